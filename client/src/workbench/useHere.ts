import { useEffect, useRef, type RefObject } from 'react'

/** Whether the page still stands when an answer comes: whoever has gone to another one is not taken away from it. */
export function useHere(): RefObject<boolean> {
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => void (here.current = false)
  }, [])
  return here
}
