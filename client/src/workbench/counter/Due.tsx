import type { AtCounter } from '../../../../shared/contracts/counterPayments'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { AnswerBlock } from '../../components/AnswerBlock'
import { Chips } from '../../components/ClauseChip'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { counter as words } from '../../texts/counter'
import { fullDay, shortDay, sum, sumInline } from '../../texts/figures'
import { missingNames } from '../../texts/vocabulary'

/** What may be taken of somebody, with its clause; or why nothing may. */
export function Due({ found, paidOn }: { found: AtCounter; paidOn: CivilDay }) {
  const { stop, sums, leftToBureau, clauses, coverageFrom, ask } = found
  if (stop !== null) return <Notice tone="stop" icon="stop" lines={[words.stops[stop]]} announced />
  if (found.unknown.length > 0) return <NotYetKnown found={found} />
  const sureness = leftToBureau ? 'unstated' : sums.length > 1 ? 'readings' : 'stated'
  const says = leftToBureau ? words.dueUnstated : words.dueStated
  return (
    <AnswerBlock
      source={{ sureness, clauses, says }}
      value={sums.length > 1 ? words.dueEither : words.dueOn(shortDay(paidOn))}
      amount={sums.map(sum).join(' / ') || undefined}
    >
      {leftToBureau && (
        <>
          <Box as="p">{words.dueUnstated}</Box>
          <Box as="p">{words.askOffice(ask.name)}</Box>
        </>
      )}
      {coverageFrom[0] !== undefined && <Box as="p">{words.covered(fullDay(coverageFrom[0]))}</Box>}
    </AnswerBlock>
  )
}

/** The notice is clear, and what it says hangs on what no roster has told of this person. */
const NotYetKnown = ({ found: { unknown, sums, clauses } }: { found: AtCounter }) => (
  <>
    <Notice
      tone="warn"
      icon="warn"
      lines={[words.notKnown(missingNames(unknown)), words.perhaps(sums.map(sumInline))]}
    />
    <Chips source={{ sureness: 'stated', clauses, says: words.dueStated }} />
  </>
)
