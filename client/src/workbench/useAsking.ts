import { useRef, useState } from 'react'
import type { Contract, ReplyOf, RequestOf } from '../../../shared/contracts/contract'
import { call, type Reached } from '../api/call'
import { useTrouble } from './useTrouble'

interface Hears<C extends Contract, Trouble> {
  onDone: (reply: ReplyOf<C>) => void
  troubleOf: (answer: Exclude<Reached<C>, { kind: 'done' }>) => Trouble
  /** Somebody else was faster, say: what is shown is to be read again. The trouble stays. */
  onRefused?: () => void
}

/** Asks for one thing at a time, each once however often it is tapped, and keeps what stood in its way. */
export function useAsking<Trouble>() {
  const { trouble, say, anew } = useTrouble<Trouble>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  const ask = <C extends Contract>(contract: C, request: RequestOf<C>, hears: Hears<C, Trouble>): void => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    say(undefined)
    void call(contract, request).then((answer) => {
      asking.current = false
      setBusy(false)
      if (answer.kind === 'done') return hears.onDone(answer.reply)
      say(hears.troubleOf(answer))
      if (answer.kind === 'refused') hears.onRefused?.()
    })
  }
  return { trouble, busy, ask, say, anew }
}
