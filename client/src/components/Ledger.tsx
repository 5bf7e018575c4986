import type { ReactNode } from 'react'
import { ClauseChip, type Source } from './ClauseChip'
import { Box, Words } from './Element'

/** One line of an account. */
export interface Entry {
  key: string
  label: string
  /** As written, with its sign and unit: `− 12 元`; or words where there is no figure. */
  value: string
  /** Where the sign must be said in words. */
  spoken?: string
  source?: Source
  /** Words stand here, not a figure. */
  inWords?: boolean
}

/** How a figure was reached, line by line, the sum under the thick line. */
export const Ledger = ({ label, entries, sum }: { label: string; entries: readonly Entry[]; sum: Entry }) => (
  <Box as="section" label={label} className="ledger">
    {entries.map((entry) => (
      <Line key={entry.key} entry={entry} />
    ))}
    <Line entry={sum} isSum />
  </Box>
)

const Line = ({ entry, isSum }: { entry: Entry; isSum?: boolean }) => (
  <Box className={isSum ? 'ledger__row ledger__row--sum' : 'ledger__row'}>
    <Box className="ledger__k">
      <Words>{entry.label}</Words>
      {entry.source && <ClauseChip source={entry.source} />}
    </Box>
    <Value entry={entry} />
  </Box>
)

const Value = ({ entry }: { entry: Entry }) => (
  <Box className={entry.inWords ? 'ledger__v ledger__v--word' : 'ledger__v'}>
    {entry.spoken ? (
      <>
        <Words hidden>{entry.value}</Words>
        <Words className="unseen">{entry.spoken}</Words>
      </>
    ) : (
      entry.value
    )}
  </Box>
)

interface PersonLine {
  key: string
  name: string
  kin?: string
  maskedId: string
  value: string
}

/** The people of one payment, each with what they pay. `act` is what can be done about one of them. */
export const PeopleLedger = ({
  label,
  people,
  sum,
  act,
}: {
  label: string
  people: readonly PersonLine[]
  sum?: { label: string; value: string }
  act?: (person: PersonLine) => ReactNode
}) => (
  <Box as="section" label={label} className="ledger">
    {people.map((person) => (
      <Box key={person.key} className="ledger__row ledger__row--top">
        <Box className="ledger__k ledger__k--col">
          <Box as="p">
            <Words className="h2">{person.name}</Words>{' '}
            {person.kin && <Words className="muted">{person.kin}</Words>}
          </Box>
          <Box as="p" className="small muted">
            {person.maskedId}
          </Box>
          {act?.(person)}
        </Box>
        <Box className="ledger__v">{person.value}</Box>
      </Box>
    ))}
    {sum && <Line isSum entry={{ key: 'sum', label: sum.label, value: sum.value }} />}
  </Box>
)
