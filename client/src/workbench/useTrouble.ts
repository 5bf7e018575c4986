import { useState } from 'react'

/** What stands in somebody's way. `anew` is for whatever they choose or type: what was in the way before says nothing of it. */
export function useTrouble<Trouble>() {
  const [trouble, say] = useState<Trouble>()
  const anew =
    <Value>(choose: (value: Value) => void) =>
    (value: Value): void => {
      choose(value)
      say(undefined)
    }
  return { trouble, say, anew }
}
