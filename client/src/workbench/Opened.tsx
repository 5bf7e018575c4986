import { useEffect, useRef, type ReactNode } from 'react'
import { Box } from '../components/Element'
import { leadTo } from './focusLead'

interface Props {
  /** What is open here, or how often somebody chose: a change takes the focus, except to nothing. */
  of: string | number | undefined
  className?: string
  children: ReactNode
}

/** Where what was chosen elsewhere on the page is shown: whoever chose it goes on here, past the rest of the list. */
export function Opened({ of, className, children }: Props) {
  const box = useRef<HTMLElement>(null)
  const before = useRef(of)
  useEffect(() => {
    if (of !== undefined && of !== before.current && box.current?.querySelector) leadTo(box.current)
    before.current = of
  }, [of])
  return (
    <Box className={className} boxRef={box}>
      {children}
    </Box>
  )
}
