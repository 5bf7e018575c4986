/**
 * What a browser build takes for `@tarojs/components`: nothing. There our primitives are HTML elements themselves
 * (components/Element.tsx), so that none of Taro's own web components, nor what they bring along, is loaded.
 */
import type { PropsWithChildren, ReactNode } from 'react'

const unused = ({ children }: PropsWithChildren): ReactNode => children

export { unused as Button, unused as Input, unused as PullDownRefresh, unused as Text, unused as View }
