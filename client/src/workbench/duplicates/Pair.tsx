import { useState } from 'react'
import {
  DecideDuplicate,
  type DuplicateShown,
  type LikePerson,
} from '../../../../shared/contracts/duplicates'
import { Link, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { SummaryList, SummaryRow } from '../../components/SummaryList'
import { Tag } from '../../components/Tag'
import { go } from '../../navigation'
import { duplicates as words } from '../../texts/duplicates'
import { fullDay } from '../../texts/figures'
import { workbench } from '../../texts/workbench'
import type { Me } from '../DeskFrame'
import { Question } from '../Question'
import { useStep } from '../useStep'

interface Props {
  me: Me
  pair: DuplicateShown
  onDone: () => void
}

/** Two records side by side, and below them what can be decided. */
export const Pair = ({ me, pair, onDone }: Props) => (
  <Box as="section" className="block block--near" label={words.pair(pair.people[0].name, pair.foundAt)}>
    <Box as="h2" className="h2 block__h">
      {pair.people[0].name}
    </Box>
    <Box as="p" className="small muted">
      {words.found(pair.foundAt)}
    </Box>
    <Box className="pairs after">
      {pair.people.map((one, index) => (
        <One key={one.residentId} one={one} isFirst={index === 0} isKept={pair.keep === one.residentId} />
      ))}
    </Box>
    {pair.state === 'returning' && <Notice tone="warn" icon="clock" lines={[words.returningNote]} />}
    {pair.mayDecide && <Deciding me={me} pair={pair} onDone={onDone} />}
  </Box>
)

const One = ({ one, isFirst, isKept }: { one: LikePerson; isFirst: boolean; isKept: boolean }) => (
  <Box className={isKept ? 'pairs__one pairs__one--kept' : 'pairs__one'}>
    <Box as="h3" className="strong">
      {words.which(isFirst)}
    </Box>
    {isKept && <Tag tone="ok" icon="tick" text={words.kept} />}
    <SummaryList light>
      <SummaryRow
        label={words.labels.number}
        value={one.temporary ? `${one.maskedId}（${words.temporary}）` : one.maskedId}
      />
      <SummaryRow label={words.labels.born} value={one.born === null ? words.nowhere : fullDay(one.born)} />
      <SummaryRow
        label={words.labels.where}
        value={[one.town, one.village].filter((place) => place !== null).join('') || words.nowhere}
      />
      <SummaryRow
        label={words.labels.paid}
        value={one.paid.length === 0 ? words.paidNone : one.paid.map((each) => words.paid(each)).join('；')}
      />
    </SummaryList>
    <Link
      text={workbench.seePerson}
      label={workbench.seePersonOf(one.name, one.maskedId)}
      onTap={() => go('person', { resident: one.residentId })}
    />
  </Box>
)

/** One person or two; only the bureau makes one record of two. */
function Deciding({ me, pair, onDone }: Props) {
  const [keep, setKeep] = useState(pair.keep ?? undefined)
  const { trouble, busy, take, anew } = useStep()
  const { duplicateId, people } = pair
  const decide = (decision: 'same' | 'different' | 'putOff') =>
    take(DecideDuplicate, { duplicateId, decision, keep: keep ?? null }, words.refusals, onDone)
  return (
    <Box className="block block--near stack desk__narrow">
      {me.role === 'bureau' && (
        <Question
          label={words.keepLabel}
          hint={words.keepHint}
          choices={people.map(({ residentId, maskedId }, index) => ({
            value: residentId,
            text: words.keep(maskedId, index === 0),
          }))}
          chosen={keep}
          onChoose={anew(setKeep)}
        />
      )}
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box className="actions">
        {me.role === 'bureau' && (
          <SecondButton text={busy ? words.busy : words.same} onTap={() => decide('same')} />
        )}
        {pair.state !== 'returning' && (
          <>
            <SecondButton text={words.different} onTap={() => decide('different')} />
            <SecondButton text={words.putOff} onTap={() => decide('putOff')} />
          </>
        )}
      </Box>
    </Box>
  )
}
