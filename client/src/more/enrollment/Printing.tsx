import { useRef, useState } from 'react'
import { PrintRecord } from '../../../../shared/contracts/printRecord'
import { call, type Reached } from '../../api/call'
import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { openFile } from '../../device/openFile'
import { refusalSentence } from '../../pages/Unanswered'
import { enrollment as words } from '../../texts/enrollment'
import { outages } from '../../texts/outages'

type Step = { kind: 'ready' | 'busy' | 'done' } | { kind: 'trouble'; text: string }

/** One year as a page to hold in the hand. */
export function Printing(at: { residentId: string; coverageYear: number }) {
  const [step, setStep] = useState<Step>({ kind: 'ready' })
  const asking = useRef(false)
  const onPrint = async () => {
    if (asking.current) return
    asking.current = true
    setStep({ kind: 'busy' })
    const answer = await call(PrintRecord, at)
    const opened = answer.kind === 'done' && (await openFile(answer.reply.fileName, answer.reply.pdf, 'pdf'))
    asking.current = false
    setStep(opened ? { kind: 'done' } : { kind: 'trouble', text: troubleOf(answer) })
  }
  return (
    <Box className="block stack">
      <Button
        icon="save"
        text={step.kind === 'busy' ? words.printing : words.print}
        onTap={() => void onPrint()}
      />
      <Box as="p" className="small muted">
        {words.printHint}
      </Box>
      {step.kind === 'done' && <Notice tone="ok" icon="tick" lines={[words.printed]} announced />}
      {step.kind === 'trouble' && <Notice tone="warn" icon="warn" lines={[step.text]} announced />}
    </Box>
  )
}

function troubleOf(answer: Reached<typeof PrintRecord>): string {
  switch (answer.kind) {
    case 'unreached':
      return outages.unreached[answer.why]
    case 'refused':
      return answer.refusal === 'notTold' ? words.notTold : refusalSentence(answer.refusal)
    case 'done':
      return words.printFailed
  }
}
