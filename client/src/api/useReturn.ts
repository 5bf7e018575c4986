import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/** Does something each time the page comes back into view, but not when it opens. */
export function useReturn(onReturn: () => void): void {
  const opened = useRef(false)
  useDidShow(() => {
    if (opened.current) onReturn()
    opened.current = true
  })
}
