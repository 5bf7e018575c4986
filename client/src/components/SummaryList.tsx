import type { ReactNode } from 'react'
import { ClauseChip, type Source } from './ClauseChip'
import { Link } from './Button'
import { Box, Words } from './Element'

/** Keys and values under a line. */
export const SummaryList = ({ children, light }: { children: ReactNode; light?: boolean }) => (
  <Box className={light ? 'sum sum--hair' : 'sum'}>{children}</Box>
)

interface RowProps {
  label: string
  value: ReactNode
  change?: { text: string; label: string; onTap: () => void }
}

/** A key, its value, and the way to change it. */
export const SummaryRow = ({ label, value, change }: RowProps) => (
  <Box className="sum__row">
    <Words className="sum__k">{label}</Words>
    <Words className={change ? 'sum__v sum__v--s' : 'sum__v'}>{value}</Words>
    {change && <Link className="sum__act" text={change.text} label={change.label} onTap={change.onTap} />}
  </Box>
)

/** One fact, and where it is written. */
export interface FactShown {
  key: string
  label: string
  /** One entry a line. */
  lines: readonly string[]
  source?: Source
}

/** A fact with its clause at the right edge; what the notice leaves open has a dashed line below. */
export const Fact = ({ fact }: { fact: FactShown }) => (
  <Box className={fact.source?.sureness === 'unstated' ? 'fact fact--none' : 'fact'}>
    <Box className="fact__k">{fact.label}</Box>
    <Box className="fact__v">
      {fact.lines.map((text) => (
        <Box key={text}>{text}</Box>
      ))}
    </Box>
    {fact.source && (
      <Box className="fact__chips">
        <ClauseChip source={fact.source} />
      </Box>
    )}
  </Box>
)
