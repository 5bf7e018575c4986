import { useRef, useState } from 'react'
import { CountProgress } from '../../../../shared/contracts/progress'
import { call } from '../../api/call'
import { progress as words } from '../../texts/progress'
import { troubleOf } from '../troubleOf'

/** Counts a county anew, call after call, until it is done; says how far it is, or what stood in its way. */
export function useCounting(coverageYear: number, onDone: () => void) {
  const [says, setSays] = useState<string>()
  const going = useRef(false)

  const run = async (): Promise<string | undefined> => {
    for (let anew = true; ; anew = false) {
      const answer = await call(CountProgress, anew ? { coverageYear, anew: true } : { coverageYear })
      if (answer.kind !== 'done') return troubleOf(answer, words.countRefusals)
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
