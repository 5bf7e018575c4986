import { useState } from 'react'
import { dropDraft, keepDraft, keptDraft } from './draft'

/** One choice of a page, kept as a draft while it is not sent. What stands there must be one of the page's choices. */
export function useKeptChoice<Value extends string>(
  key: string,
  choices: readonly Value[],
): { chosen: Value | undefined; choose: (value: Value) => void; drop: () => void } {
  const [chosen, setChosen] = useState(() => choices.find((value) => value === keptDraft(key)?.choice))
  const choose = (choice: Value) => {
    keepDraft(key, { choice })
    setChosen(choice)
  }
  return { chosen, choose, drop: () => dropDraft(key) }
}
