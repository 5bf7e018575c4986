import type { FindingOpened } from '../../../../shared/contracts/match'
import { Box, Words } from '../../components/Element'
import { match as words } from '../../texts/match'
import { namesOf } from '../../texts/vocabulary'

interface Line {
  label: string
  value: string
  differs: boolean
}

const identities = (codes: readonly string[]): string =>
  codes.length === 0 ? words.noIdentity : namesOf('identities', codes)

/** The enrollment and the rosters beside each other; where they say different things, both are marked. */
export function TwoRecords({ finding }: { finding: FindingOpened }) {
  const { enrolled, listed, roster, row, before, way } = finding
  const was = enrolled ? identities(enrolled.identities) : identities(before ?? [])
  const is = identities(listed.identities)
  const sumDiffers = enrolled !== null && finding.name === listed.name && enrolled.fen !== listed.fen
  const namesDiffer = finding.name !== listed.name
  const who = (name: string) => [
    { label: words.rows.name, value: name, differs: namesDiffer },
    { label: words.rows.idNumber, value: listed.maskedId, differs: false },
  ]
  const left: Line[] = [
    ...who(finding.name),
    { label: words.rows.identities, value: was, differs: was !== is },
    ...(enrolled
      ? [
          { label: words.rows.paid, value: words.sum(enrolled.fen), differs: sumDiffers },
          { label: words.rows.paidOn, value: words.day(enrolled.day), differs: false },
        ]
      : [{ label: words.rows.paid, value: words.notEnrolled, differs: false }]),
  ]
  const right: Line[] = [
    ...who(listed.name),
    { label: words.rows.identities, value: is, differs: was !== is },
    ...(namesDiffer ? [] : [{ label: words.rows.due, value: words.sum(listed.fen), differs: sumDiffers }]),
    { label: words.rows.since, value: words.day(listed.day), differs: false },
  ]
  return (
    <Box className="match__records">
      <Sheet title={words.record} under={way === null ? words.notEnrolled : words.ways[way]} lines={left} />
      <Sheet
        title={roster ? words.rosterNamed(roster) : words.roster}
        under={row ? words.rosterRow(row) : roster ? words.rosterDay(roster) : words.rosterNone}
        lines={right}
      />
    </Box>
  )
}

const Sheet = ({ title, under, lines }: { title: string; under: string; lines: readonly Line[] }) => (
  <Box as="section" className="match__record" label={title}>
    <Box as="h3" className="strong">
      {title}
    </Box>
    <Box as="p" className="small muted">
      {under}
    </Box>
    {lines.map(({ label, value, differs }) => (
      <Box key={label} className="match__row">
        <Words className="match__k">{label}</Words>
        <Words className={differs ? 'match__v match__v--differs' : 'match__v'}>
          {value}
          {differs && <Words className="unseen">{words.differs}</Words>}
        </Words>
      </Box>
    ))}
  </Box>
)
