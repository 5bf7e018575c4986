import { useRef, useState } from 'react'
import { CountProgress } from '../../../../shared/contracts/progress'
import { call } from '../../api/call'
import { outages } from '../../texts/outages'
import { progress as words } from '../../texts/progress'

/** Counts a county anew, call after call, until it is done; says how far it is, or what stood in its way. */
export function useCounting(coverageYear: number, onDone: () => void) {
  const [says, setSays] = useState<string>()
  const going = useRef(false)

  const run = async (): Promise<string | undefined> => {
    for (let anew = true; ; anew = false) {
      const answer = await call(CountProgress, anew ? { coverageYear, anew: true } : { coverageYear })
      if (answer.kind === 'unreached') return outages.unreached[answer.why]
      if (answer.kind === 'refused')
        return answer.refusal in words.countRefusals
          ? words.countRefusals[answer.refusal as keyof typeof words.countRefusals]
          : outages.notAllowed
      const { counting } = answer.reply
      if (!counting) return undefined
      setSays(words.counting(counting.done, counting.of))
    }
  }
  const start = (): void => {
    if (going.current) return
    going.current = true
    void run().then((trouble) => {
      going.current = false
      setSays(trouble)
      if (trouble === undefined) onDone()
    })
  }
  return { says, start }
}
