import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import {
  correction,
  CorrectPerson,
  correctionReason,
  type CorrectedPart,
  type CorrectionReason,
  type FactShown,
  type PersonTimeline,
} from '../../../../shared/contracts/person'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { TextField } from '../../components/TextField'
import { newKey } from '../../device/newKey'
import { person } from '../../texts/person'
import { Question } from '../Question'
import { useStep } from '../useStep'
import { RightValue, type Right } from './RightValue'

const { correcting: words } = person

interface Props {
  part: CorrectedPart
  shown: ReplyOf<typeof PersonTimeline>
  onCancel: () => void
  onDone: () => void
  /** Somebody corrected something meanwhile: the person is to be read again. */
  onRefused: () => void
}

/** How it is right, why, and what was seen: nothing is corrected without all three. */
export function Correcting({ part, shown, onCancel, onDone, onRefused }: Props) {
  const facts = factsOf(shown.person.facts, part)
  const [right, setRight] = useState<Right>(facts.map(({ value, since }) => ({ code: value, since })))
  const [reason, setReason] = useState<CorrectionReason>()
  const [said, setSaid] = useState('')
  const [document, setDocument] = useState('')
  const [key] = useState(newKey)
  const { trouble, busy, take, say, anew } = useStep()

  const save = () => {
    const made = correction.safeParse({ part, value: right, document })
    if (!made.success || reason === undefined || said.trim() === '') return say(words.incomplete)
    const { residentId, revision } = shown.person
    const request = { key, residentId, revision, correction: made.data, reason, words: said }
    take(CorrectPerson, request, words.refusals, onDone, onRefused)
  }
  return (
    <Box className="stack stack--wide">
      <Box as="h2" className="h2">
        {words.heading(person.partName(part))}
      </Box>
      <Box as="p">
        {facts.length === 0 ? words.nowNothing : words.now(facts.map((fact) => valueOf(fact)).join('、'))}
      </Box>
      <RightValue part={part} shown={shown} right={right} onRight={setRight} />
      {part === 'identities' && (
        <Field
          id="document"
          label={words.document}
          hint={words.documentHint}
          initial=""
          maxLength={60}
          onType={anew(setDocument)}
        />
      )}
      <Question
        label={words.reason}
        choices={correctionReason.options.map((value) => ({ value, text: words.reasons[value] }))}
        chosen={reason}
        onChoose={anew(setReason)}
      />
      <TextField
        id="words"
        label={words.words}
        hint={words.wordsHint}
        initial=""
        maxLength={200}
        onType={anew(setSaid)}
      />
      {trouble ? (
        <Notice tone="stop" icon="warn" lines={[trouble]} announced />
      ) : (
        <Notice tone="warn" icon="info" lines={[words.consequence]} />
      )}
      <Box className="actions">
        <Button text={busy ? words.busy : words.save} onTap={save} />
        <SecondButton text={words.cancel} onTap={onCancel} />
      </Box>
    </Box>
  )
}

const factsOf = (facts: readonly FactShown[], part: CorrectedPart): FactShown[] =>
  facts.filter((fact) => (part === 'identities' ? fact.part.startsWith('identity.') : fact.part === part))

const valueOf = ({ part, value, since }: FactShown): string =>
  since === null ? person.valueName(part, value) : `${person.valueName(part, value)}，${person.since(since)}`
