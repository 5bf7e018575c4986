/** Stands in for Taro's components in a DOM. In the browser branch our primitives use HTML elements themselves. */
import type { PropsWithChildren } from 'react'

type Props = PropsWithChildren<{ className?: string; id?: string; onClick?: () => void }>

export const View = ({ children, className, id, onClick }: Props) => (
  <div className={className} id={id} onClick={onClick}>
    {children}
  </div>
)

export const Text = ({ children, className }: Props) => <span className={className}>{children}</span>

export const Input = ({ id, className }: Props) => <input id={id} className={className} />
