import type { TimelineEntry } from '../../shared/contracts/person'
import { findingIdOf, type FindingFields } from '../_match/findingRecord'
import { matchIdOf } from '../_match/matchRecord'
import { monthsOf } from '../_match/monthsToMatch'
import { supplementOf } from '../_match/supplementRecord'
import { policiesOf } from '../_policies/policiesOf'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import { colleagueName } from '../_staff/colleagueName'

/** What monthly matches found of a person, and what the benefit card is owed for it, of every year with a table. */
export async function matchesOf(
  ports: StaffPorts,
  { id, fields }: Stored<ResidentFields>,
): Promise<TimelineEntry[]> {
  const years = policiesOf(ports.policies, fields.region)
  const entries = await Promise.all(
    years.map(async ({ coverageYear }) => [
      ...(await Promise.all(
        monthsOf(coverageYear).map((month) =>
          foundIn(ports, findingIdOf(matchIdOf(fields.region, coverageYear, month), id), month),
        ),
      )),
      ...(await owedFor(ports, id, coverageYear)),
    ]),
  )
  return entries.flat(2)
}

async function foundIn({ store }: StaffPorts, findingId: string, month: string): Promise<TimelineEntry[]> {
  const finding = await store.get<FindingFields>('matchFindings', findingId)
  if (!finding) return []
  const { coverageYear, kind, state, fen, decidedAt, decidedBy } = finding.fields
  const by = decidedBy === null ? null : await colleagueName(store, decidedBy)
  return [{ what: 'matched', at: decidedAt ?? `${month}-01`, by, coverageYear, month, kind, state, fen }]
}

async function owedFor(
  { store }: StaffPorts,
  residentId: string,
  coverageYear: number,
): Promise<TimelineEntry[]> {
  const owed = await supplementOf(store, residentId, coverageYear)
  if (!owed) return []
  const { agreedAt, agreedBy, fen, payMonth } = owed.fields
  return [
    { what: 'owed', at: agreedAt, by: await colleagueName(store, agreedBy), coverageYear, fen, payMonth },
  ]
}
