import { useCallback, useEffect, useRef, useState } from 'react'
import type { Contract, RequestOf } from '../../../shared/contracts/contract'
import { call, type Reached, type Unreached } from './call'

/** How far several questions at once are. */
export type AllAsked<C extends Contract> =
  | { kind: 'asking' }
  | Unreached
  /** One answer a request, in their order. */
  | { kind: 'answered'; answers: readonly Exclude<Reached<C>, Unreached>[] }

/**
 * Asks the same question about several people at once, when the page opens and again by `again`. Where one answer is
 * missing, all are: nothing is said about some of them only. While asking again, what was known stays on the page.
 */
export function useCalls<C extends Contract>(
  contract: C,
  requests: readonly RequestOf<C>[] | undefined,
): { asked: AllAsked<C>; again: () => void } {
  const [asked, setAsked] = useState<AllAsked<C>>({ kind: 'asking' })
  const latest = useRef(0)
  const wanted = requests && JSON.stringify(requests)

  const ask = useCallback(() => {
    if (wanted === undefined) return
    const turn = ++latest.current
    const all = (JSON.parse(wanted) as RequestOf<C>[]).map((request) => call(contract, request))
    void Promise.all(all).then((answers) => {
      if (turn === latest.current) setAsked(together(answers))
    })
  }, [contract, wanted])

  useEffect(() => {
    ask()
    return () => {
      latest.current += 1
    }
  }, [ask])

  return { asked, again: ask }
}

function together<C extends Contract>(reached: readonly Reached<C>[]): AllAsked<C> {
  const answers: Exclude<Reached<C>, Unreached>[] = []
  for (const answer of reached) {
    if (answer.kind === 'unreached') return answer
    answers.push(answer)
  }
  return { kind: 'answered', answers }
}
