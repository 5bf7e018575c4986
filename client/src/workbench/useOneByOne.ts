import { useState } from 'react'

/** Which of a queue is open, and that one has just been done. */
export interface OneByOne {
  /** Undefined: the first. */
  chosen: string | undefined
  hasMoved: boolean
  choose: (id: string) => void
  done: () => void
}

/** A desk's queue, one after another: whoever has done one is shown the next. It outlives a list that does not come. */
export function useOneByOne(onDone: () => void): OneByOne {
  const [chosen, setChosen] = useState<string>()
  const [hasMoved, setMoved] = useState(false)
  return {
    chosen,
    hasMoved,
    choose(id) {
      setChosen(id)
      setMoved(false)
    },
    done() {
      setMoved(true)
      setChosen(undefined)
      onDone()
    },
  }
}
