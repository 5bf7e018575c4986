import type { FindingOpened } from '../../../../shared/contracts/match'
import { queueOf } from '../../../../shared/contracts/match'
import { OpenFinding } from '../../../../shared/contracts/staffMatch'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { go } from '../../navigation'
import { Unanswered } from '../../pages/Unanswered'
import { match as words } from '../../texts/match'
import { Deciding } from './Deciding'
import { RuleAnswer } from './RuleAnswer'
import { TwoRecords } from './TwoRecords'

interface Props {
  findingId: string
  mayDecide: boolean
  ask: string
  onDone: (said: string) => void
}

/** One person: both records, what the notice says of them, and the one decision. */
export function Case({ findingId, mayDecide, ask, onDone }: Props) {
  const { asked, again } = useCall(OpenFinding, { findingId })
  if (asked.kind !== 'done')
    return <Unanswered asked={asked} absent={words.refusals.notFound} onAgain={again} />
  return <Opened finding={asked.reply} mayDecide={mayDecide} ask={ask} onDone={onDone} onAgain={again} />
}

interface OpenedProps {
  finding: FindingOpened
  mayDecide: boolean
  ask: string
  onDone: (said: string) => void
  onAgain: () => void
}

const Opened = ({ finding, mayDecide, ask, onDone, onAgain }: OpenedProps) => (
  <Box as="section" label={words.about}>
    <Box className="match__head">
      <Box as="h2" className="h2">
        {finding.name}　{finding.town ?? words.noTown}
      </Box>
      <Link text={words.whole} onTap={() => go('person', { resident: finding.residentId })} />
    </Box>
    <TwoRecords finding={finding} />
    {finding.omitted.length > 0 && (
      <Box className="block block--near">
        <Notice icon="info" lines={omittedLines(finding)} />
      </Box>
    )}
    {mayDecide && isOpen(finding) ? (
      <Deciding queue={queueOf[finding.kind]} findings={[finding]} onDone={onDone} onTrouble={onAgain}>
        <RuleAnswer finding={finding} ask={ask} />
      </Deciding>
    ) : (
      <Box className="block block--near stack">
        <RuleAnswer finding={finding} ask={ask} />
        <Notice icon="info" lines={decidedLines(finding)} />
      </Box>
    )}
  </Box>
)

/** A colleague may have decided since the list was read. */
const isOpen = ({ state }: FindingOpened): boolean => state === 'open' || state === 'putOff'

const omittedLines = ({ kind, omitted }: FindingOpened): string[] => [
  ...omitted.map(words.leftOut),
  ...(kind === 'changed' || kind === 'lost' ? [words.endsIt(omitted.flatMap(({ codes }) => codes))] : []),
]

const decidedLines = ({ state, reason }: FindingOpened): string[] => [
  words.states[state] || words.onlyLooks,
  ...(reason === null ? [] : [words.whyDecided(reason)]),
]
