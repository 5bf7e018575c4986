import { useState } from 'react'

/** Which of a queue is open, and that one has just been done. */
export interface OneByOne {
  /** Undefined: the first. */
  chosen: string | undefined
  hasMoved: boolean
  /** How often one was chosen, the same one too. */
  turn: number
  choose: (id: string) => void
  /** Whoever has opened another one meanwhile, before the answer was there, stays with it. */
  done: (id: string) => void
}

/** A desk's queue, one after another: whoever has done one is shown the next. It outlives a list that does not come. */
export function useOneByOne(onDone: () => void): OneByOne {
  const [chosen, setChosen] = useState<string>()
  const [hasMoved, setMoved] = useState(false)
  const [turn, setTurn] = useState(0)
  return {
    chosen,
    hasMoved,
    turn,
    choose(id) {
      setChosen(id)
      setTurn(turn + 1)
      setMoved(false)
    },
    done(id) {
      setMoved(true)
      setChosen((now) => (now === id ? undefined : now))
      onDone()
    },
  }
}
