import { useRef, useState } from 'react'
import type {
  Contract,
  GeneralRefusal,
  RefusalOf,
  ReplyOf,
  RequestOf,
} from '../../../shared/contracts/contract'
import { call, type Reached } from '../api/call'
import { outages } from '../texts/outages'
import { useTrouble } from './useTrouble'

/** One sentence for every refusal of a use case; a missing one does not compile. */
export type Sentences<C extends Contract> = Readonly<Record<RefusalOf<C>, string>>

type Troubled<C extends Contract> = Exclude<Reached<C>, { kind: 'done' }>

/** Takes one step at a time, each once however often it is tapped, and keeps what stood in its way. */
export function useStep() {
  const { trouble, say, anew } = useTrouble<string>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  const take = <C extends Contract>(
    contract: C,
    request: RequestOf<C>,
    refusals: Sentences<C>,
    onDone: (reply: ReplyOf<C>) => void,
  ): void => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    say(undefined)
    void call(contract, request).then((answer) => {
      asking.current = false
      setBusy(false)
      if (answer.kind === 'done') onDone(answer.reply)
      else say(troubleOf(answer, refusals))
    })
  }
  return { trouble, busy, take, say, anew }
}

const ofEveryCall: Readonly<Record<GeneralRefusal, string>> = {
  badRequest: outages.badRequest,
  tooMany: outages.tooMany,
  notAllowed: outages.notAllowed,
}

function troubleOf<C extends Contract>(answer: Troubled<C>, refusals: Sentences<C>): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  // A service newer than the page may refuse with a word the page does not know.
  const sentences: Readonly<Record<string, string>> = { ...ofEveryCall, ...refusals }
  return sentences[answer.refusal] ?? outages.badRequest
}
