import {
  CheckSpecial,
  specialGroupName,
  WithdrawSpecial,
  type SpecialNoteShown,
} from '../../../../shared/contracts/specialNotes'
import { Link, SecondButton } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { shortMoment } from '../../texts/figures'
import { progress } from '../../texts/progress'
import { special as words } from '../../texts/special'
import { useStep } from '../useStep'

interface Props {
  note: SpecialNoteShown
  coverageYear: number
  onMoved: () => void
}

/** One note: who, which group, on what evidence, and what the caller may do with it. */
export function SpecialNoteCard({ note, coverageYear, onMoved }: Props) {
  const { trouble, busy, take } = useStep()
  const { residentId, name, maskedId, mayCheck, mayWithdraw } = note
  const person = { residentId, coverageYear }
  return (
    <Box as="li" className="household">
      <Box as="p">
        <Words className="strong">{name}</Words> <Words className="small muted">{maskedId}</Words>
      </Box>
      {linesOf(note).map((line) => (
        <Box as="p" key={line} className="small">
          {line}
        </Box>
      ))}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="progress__acts under">
        {mayCheck && (
          <SecondButton
            text={busy ? words.busy : words.check}
            label={words.checkOf(name)}
            onTap={() => take(CheckSpecial, person, words.checkRefusals, onMoved)}
          />
        )}
        {mayWithdraw && (
          <Link
            text={words.withdraw}
            label={words.withdrawOf(name)}
            onTap={() => take(WithdrawSpecial, person, words.withdrawRefusals, onMoved)}
          />
        )}
      </Box>
    </Box>
  )
}

function linesOf(note: SpecialNoteShown): string[] {
  const { town, village, group, scheme, insuredAt, evidence, notedAt, checkedAt } = note
  const where = `${town ?? progress.unknownTown} ${village ?? progress.unknownVillage}`
  return [
    `${where}，${specialGroupName(group)}`,
    ...(scheme ? [`${words.schemes[scheme]}，${insuredAt ?? ''}`] : []),
    `${words.evidence}：${evidence}`,
    [
      words.notedOn(shortMoment(notedAt)),
      ...(checkedAt ? [words.checkedOn(shortMoment(checkedAt))] : []),
    ].join('，'),
  ]
}
