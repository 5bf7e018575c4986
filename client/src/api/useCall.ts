import { useCallback, useEffect, useRef, useState } from 'react'
import type { Contract, RequestOf } from '../../../shared/contracts/contract'
import { call, type Reached } from './call'

export type Asked<C extends Contract> = { kind: 'asking' } | Reached<C>

/**
 * Asks once when the page opens and again by `again`. While asking again, what was known stays on the page.
 * With no request nothing is asked.
 */
export function useCall<C extends Contract>(
  contract: C,
  request: RequestOf<C> | undefined,
): { asked: Asked<C>; again: () => void } {
  const [asked, setAsked] = useState<Asked<C>>({ kind: 'asking' })
  const latest = useRef(0)
  const wanted = request === undefined ? undefined : JSON.stringify(request)

  const ask = useCallback(() => {
    if (wanted === undefined) return
    const turn = ++latest.current
    void call(contract, JSON.parse(wanted) as RequestOf<C>).then((answer) => {
      if (turn === latest.current) setAsked(answer)
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
