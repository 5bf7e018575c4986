import { useRef, useState } from 'react'
import type { Reached } from '../../api/call'
import type { Contract } from '../../../../shared/contracts/contract'
import { outages } from '../../texts/outages'
import { refundDesk as words } from '../../texts/workbench'

/** Takes one step once, however often it is tapped, and keeps what stood in its way. */
export function useStep(onDone: () => void) {
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const asking = useRef(false)

  const take = (step: () => Promise<Reached<Contract>>): void => {
    if (asking.current) return
    asking.current = true
    setBusy(true)
    setTrouble(undefined)
    void step().then((answer) => {
      asking.current = false
      setBusy(false)
      if (answer.kind === 'done') onDone()
      else setTrouble(troubleOf(answer))
    })
  }
  return { trouble, busy, take, say: setTrouble }
}

function troubleOf(answer: Exclude<Reached<Contract>, { kind: 'done' }>): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  const sentences: Readonly<Record<string, string>> = words.refusals
  return sentences[answer.refusal] ?? outages.badRequest
}
