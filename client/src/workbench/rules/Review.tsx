import { useState } from 'react'
import { ReviewRules, SubmitRules } from '../../../../shared/contracts/ruleChanges'
import { reviewStateName } from '../../../../shared/contracts/ruleWords'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { Tag } from '../../components/Tag'
import { TextField } from '../../components/TextField'
import { rules as words } from '../../texts/rules'
import { useStep } from '../useStep'
import type { Changes } from './RulesView'

interface Props {
  changes: Changes
  /** Whether whoever looks may put it forward and review it. */
  mayAct: boolean
  onDone: () => void
}

const tones = {
  none: { tone: 'due', icon: 'clock' },
  submitted: { tone: 'due', icon: 'clock' },
  approved: { tone: 'ok', icon: 'tick' },
  sentBack: { tone: 'bad', icon: 'warn' },
} as const

/** Who has looked at this version of the table, and the next step of two. */
export function Review({ changes: { review, to: coverageYear, hash }, mayAct, onDone }: Props) {
  const version = { coverageYear, hash }
  const { state, submittedName, submittedAt, reviewedName, reviewedAt } = review
  return (
    <Box as="section" className="block desk__narrow stack stack--wide">
      <Box className="desk__title">
        <Box as="h2" className="h2">
          {words.review}
        </Box>
        <Tag {...tones[state]} text={reviewStateName(state)} />
      </Box>
      {submittedName !== null && submittedAt !== null && (
        <Box as="p">{words.submitted(submittedName, submittedAt)}</Box>
      )}
      {reviewedName !== null && reviewedAt !== null && (
        <Box as="p">{words.reviewed(reviewedName, reviewedAt)}</Box>
      )}
      {review.note !== null && <Box as="p">{words.note(review.note)}</Box>}
      {state === 'submitted' && review.isOwn && (
        <Box as="p" className="muted">
          {words.ownNote}
        </Box>
      )}
      {mayAct && (state === 'none' || state === 'sentBack') && (
        <Submitting version={version} onDone={onDone} />
      )}
      {mayAct && state === 'submitted' && !review.isOwn && <Deciding version={version} onDone={onDone} />}
    </Box>
  )
}

interface StepProps {
  version: { coverageYear: number; hash: string }
  /** Also where somebody else was faster. */
  onDone: () => void
}

function Submitting({ version, onDone }: StepProps) {
  const { trouble, busy, take } = useStep()
  return (
    <>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Button
        text={busy ? words.busy : words.submit}
        onTap={() => take(SubmitRules, version, words.refusals, onDone, onDone)}
      />
    </>
  )
}

/** Somebody else's turn: approve, or send back with what is wrong. */
function Deciding({ version, onDone }: StepProps) {
  const { trouble, busy, take, say, anew } = useStep()
  const [note, setNote] = useState<string>()
  const decide = (decision: 'approved' | 'sentBack', why: string | null) =>
    take(ReviewRules, { ...version, decision, note: why }, words.refusals, onDone, onDone)
  const sendBack = (why: string) => (why === '' ? say(words.refusals.noteMissing) : decide('sentBack', why))
  return (
    <>
      {note !== undefined && (
        <TextField
          id="note"
          label={words.noteLabel}
          hint={words.noteHint}
          initial=""
          maxLength={200}
          onType={anew(setNote)}
        />
      )}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      {note === undefined ? (
        <>
          <Button text={busy ? words.busy : words.approve} onTap={() => decide('approved', null)} />
          <SecondButton text={words.sendBack} onTap={() => setNote('')} />
        </>
      ) : (
        <>
          <Button text={busy ? words.busy : words.sendBackSure} onTap={() => sendBack(note.trim())} />
          <SecondButton text={words.notYet} onTap={() => setNote(undefined)} />
        </>
      )}
    </>
  )
}
