import { useState } from 'react'

/** Pages of people, each below the one before, and nobody twice. */
export function usePages<P extends { residentId: string }>() {
  const [before, setBefore] = useState<readonly P[]>([])
  const [cursor, setCursor] = useState<string>()

  /** Everybody up to this page; `onMore` asks for the next, where there is one. */
  const upTo = ({ people: found, cursor: next }: { people: readonly P[]; cursor?: string | undefined }) => {
    const known = new Set(before.map(({ residentId }) => residentId))
    const people = [...before, ...found.filter(({ residentId }) => !known.has(residentId))]
    const onMore = () => {
      setBefore(people)
      setCursor(next)
    }
    return { people, onMore: next === undefined ? undefined : onMore }
  }
  return { from: cursor === undefined ? {} : { cursor }, upTo }
}
