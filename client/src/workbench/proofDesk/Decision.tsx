import { useState } from 'react'
import { proofReason, type ProofReason } from '../../../../shared/contracts/proof'
import { DecideProof, type ProofOnDesk } from '../../../../shared/contracts/staffProofs'
import { Button, Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { proofDesk as words } from '../../texts/proofDesk'
import { Question } from '../Question'
import { useStep } from '../useStep'

type No = 'rejected' | 'askedAgain'

interface Props {
  proof: ProofOnDesk
  isOpened: boolean
  onDone: () => void
}

/** Yes, another one, or no; of the latter two the resident reads why. */
export function Decision({ proof: { proofId }, isOpened, onDone }: Props) {
  const [no, setNo] = useState<No>()
  const [reason, setReason] = useState<ProofReason>()
  const { trouble, busy, take, say, anew } = useStep()
  const decide = (decision: 'accepted' | No) => {
    if (!isOpened) return say(words.openFirst)
    if (decision !== 'accepted' && reason === undefined) return say(words.whyFirst)
    const why = decision === 'accepted' ? null : (reason ?? null)
    take(DecideProof, { proofId, decision, reason: why }, words.decideRefusals, onDone)
  }
  const begin = (which: No) => (isOpened ? setNo(which) : say(words.openFirst))
  const said = trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />
  if (no)
    return (
      <Box className="stack stack--wide">
        <Question
          label={words.why}
          hint={words.whyHint}
          choices={proofReason.options.map((value) => ({ value, ...words.reasons[value] }))}
          chosen={reason}
          onChoose={anew(setReason)}
        />
        {said}
        <Box className="actions">
          <Button text={busy ? words.busy : words.sure[no]} onTap={() => decide(no)} />
          <Link text={words.back} onTap={() => setNo(undefined)} />
        </Box>
      </Box>
    )
  return (
    <Box className="stack">
      <Box as="h3" className="strong">
        {words.question}
      </Box>
      {said}
      <Box className="actions">
        <Button text={busy ? words.busy : words.accept} onTap={() => decide('accepted')} />
        <SecondButton text={words.askAgain} onTap={() => begin('askedAgain')} />
        <SecondButton text={words.reject} onTap={() => begin('rejected')} />
      </Box>
    </Box>
  )
}
