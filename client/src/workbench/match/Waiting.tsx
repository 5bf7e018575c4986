import type { FindingShown } from '../../../../shared/contracts/match'
import { mostAtOnce } from '../../../../shared/contracts/staffMatch'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Pick } from '../../components/Pick'
import { match as words } from '../../texts/match'
import { QueueLines } from '../Queue'

interface Props {
  findings: readonly FindingShown[]
  open: string
  /** Who is chosen to be decided together; undefined while one is decided after another. */
  together: readonly string[] | undefined
  onChoose: (findingId: string) => void
  onTogether: ((chosen: readonly string[] | undefined) => void) | undefined
  onAll: (all: readonly string[]) => void
  more: (() => void) | undefined
  /** How many there are beyond those shown. */
  left: number
}

/** Who waits, in the order of towns that the notice has. */
export const Waiting = ({ findings, open, together, onChoose, onTogether, onAll, more, left }: Props) => (
  <Box as="section" label={words.list}>
    {onTogether && findings.length > 1 && (
      <Box className="match__line">
        <Link
          text={together ? words.one : words.several}
          onTap={() => onTogether(together ? undefined : [])}
        />
        {together && (
          <Link
            text={words.chooseAll}
            onTap={() => onAll(findings.slice(0, mostAtOnce).map(({ findingId }) => findingId))}
          />
        )}
      </Box>
    )}
    {together && onTogether ? (
      <Box role="group" label={words.list}>
        {findings.map((finding) => (
          <Pick
            key={finding.findingId}
            kind="checkbox"
            choice={{
              value: finding.findingId,
              text: finding.name,
              hint: `${finding.town ?? words.noTown}，${words.comesTo(finding)}`,
            }}
            on={together.includes(finding.findingId)}
            onTap={() => onTogether(toggled(together, finding.findingId))}
          />
        ))}
      </Box>
    ) : (
      <QueueLines lines={findings.map(lineOf)} open={open} onChoose={onChoose} />
    )}
    {more && <Link text={words.more(left)} onTap={more} />}
  </Box>
)

const toggled = (chosen: readonly string[], findingId: string): readonly string[] =>
  chosen.includes(findingId) ? chosen.filter((each) => each !== findingId) : [...chosen, findingId]

const lineOf = (finding: FindingShown) => ({
  id: finding.findingId,
  name: finding.name,
  under: finding.town ?? words.noTown,
  right: <Words className="nowrap">{words.states[finding.state] || words.comesTo(finding)}</Words>,
})
