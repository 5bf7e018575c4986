import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/**
 * Does something each time the page comes back into view, but not when it opens. What is shown on a page later than the
 * page itself hears of its first return, too: it has seen it go.
 */
export function useReturn(onReturn: () => void): void {
  const gone = useRef(false)
  useDidHide(() => {
    gone.current = true
  })
  useDidShow(() => {
    if (gone.current) onReturn()
    gone.current = false
  })
}
