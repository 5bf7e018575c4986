import { useCallback, useEffect, useRef, useState } from 'react'
import type { Contract, RequestOf } from '../../../shared/contracts/contract'
import { call, type Reached } from './call'

/** How far a question is: on its way, or how it ended. */
export type Asked<C extends Contract> = { kind: 'asking' } | Reached<C>

/**
 * Asks once when the page opens and again by `again`. While asking again, or for something else, what was known stays on
 * the page; `answered` is the request it answers. With no request nothing is asked.
 */
export function useCall<C extends Contract>(
  contract: C,
  request: RequestOf<C> | undefined,
): { asked: Asked<C>; answered: RequestOf<C> | undefined; again: () => void } {
  const [heard, setHeard] = useState<{ asked: Asked<C>; answered?: RequestOf<C> }>({
    asked: { kind: 'asking' },
  })
  const latest = useRef(0)
  const wanted = request === undefined ? undefined : JSON.stringify(request)

  const ask = useCallback(() => {
    if (wanted === undefined) return
    const turn = ++latest.current
    const asking = JSON.parse(wanted) as RequestOf<C>
    void call(contract, asking).then((asked) => {
      if (turn === latest.current) setHeard({ asked, answered: asking })
    })
  }, [contract, wanted])

  useEffect(() => {
    ask()
    return () => {
      latest.current += 1
    }
  }, [ask])

  return { asked: heard.asked, answered: heard.answered, again: ask }
}
