import { useState } from 'react'
import {
  elsewhereScheme,
  NoteSpecial,
  specialGroup,
  specialGroupName,
  specialNoteLengths,
  type ElsewhereScheme,
  type SpecialGroup,
} from '../../../../shared/contracts/specialNotes'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { OpenMissing } from '../../../../shared/contracts/missing'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { TextField } from '../../components/TextField'
import { shortClause } from '../../texts/clause'
import { special as words } from '../../texts/special'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  residentId: string
  coverageYear: number
  /** What the notice says of each group. */
  lists: ReplyOf<typeof OpenMissing>['lists']
  onDone: (group: SpecialGroup) => void
  onCancel: () => void
}

/** 登记特殊人群: the group, where somebody is insured elsewhere, and what proves it. */
export function NoteForm({ residentId, coverageYear, lists, onDone, onCancel }: Props) {
  const [group, setGroup] = useState<SpecialGroup>()
  const [scheme, setScheme] = useState<ElsewhereScheme>()
  const [insuredAt, setInsuredAt] = useState('')
  const [evidence, setEvidence] = useState('')
  const { trouble, busy, take, say, anew } = useStep()
  const isElsewhere = group === 'insuredElsewhere'

  const onNote = () => {
    if (!group) return say(words.groupMissing)
    if (isElsewhere && (!scheme || insuredAt.trim() === '')) return say(words.elsewhereMissing)
    if (evidence.trim().length < specialNoteLengths.evidence.atLeast) return say(words.evidenceMissing)
    const said = {
      residentId,
      coverageYear,
      group,
      evidence,
      scheme: isElsewhere ? (scheme ?? null) : null,
      insuredAt: isElsewhere ? insuredAt : null,
    }
    take(NoteSpecial, said, words.noteRefusals, () => onDone(group))
  }
  return (
    <Box className="stack">
      <Question
        label={words.group}
        choices={specialGroup.options.map((value) => ({ value, text: specialGroupName(value) }))}
        chosen={group}
        onChoose={anew(setGroup)}
      />
      {isElsewhere && (
        <>
          <Question
            label={words.scheme}
            choices={elsewhereScheme.options.map((value) => ({ value, text: words.schemes[value] }))}
            chosen={scheme}
            onChoose={anew(setScheme)}
          />
          <Field
            id="insured-at"
            label={words.insuredAt}
            hint={words.insuredAtHint}
            initial=""
            maxLength={specialNoteLengths.insuredAt.atMost}
            onType={anew(setInsuredAt)}
          />
        </>
      )}
      {group && <ListSays list={lists.find(({ groups }) => groups.includes(group))} />}
      <TextField
        id="evidence"
        label={words.evidence}
        hint={words.evidenceHint}
        initial=""
        maxLength={specialNoteLengths.evidence.atMost}
        onType={anew(setEvidence)}
      />
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        <Button text={busy ? words.busy : words.note} onTap={onNote} />
        <SecondButton text={words.cancel} onTap={onCancel} />
      </Box>
    </Box>
  )
}

/** What the notice says of the chosen group, or that it says nothing. */
const ListSays = ({ list }: { list: Props['lists'][number] | undefined }) => {
  const lines = list
    ? [
        words.listed(list.who),
        list.evidence === null ? words.evidenceOpen : words.evidenceAsked(list.evidence),
      ]
    : [words.notListed]
  return (
    <Box className="small">
      {lines.map((line) => (
        <Box as="p" key={line}>
          {line}
        </Box>
      ))}
      {list && (
        <Box as="p" className="muted">
          {words.source(list.clauses.map(shortClause))}
        </Box>
      )}
    </Box>
  )
}
