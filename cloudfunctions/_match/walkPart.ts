/**
 * One part of a match, an idempotent unit: what the part holds is read once, the rules are asked about those whom a roster concerns,
 * and what they say is written under ids that only the person and the month make. A kill leaves findings without the part's own
 * document: whoever does it again writes the same. Two at once do the same.
 */
import type { PolicyTable } from '../../shared/policy/table'
import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import type { Fields, Store, Stored } from '../_ports/store'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import type { DecisionFields, SupplementFields } from './decisionRecord'
import { findingFields, findingIdOf, saysOf, type FindingFields } from './findingRecord'
import { isConcerned, lookAt, type Held } from './lookAt'
import { nothingFound, type Match } from './matchRecord'
import { partIdOf, seenBefore, seenLine, type PartFields } from './partRecord'
import { putFindings } from './putFindings'
import { codesOn } from './recognisedBy'

const pageSize = 500

export type WalkPorts = Pick<ServicePorts, 'store' | 'cipher' | 'clock'>

export async function walkPart(
  ports: WalkPorts,
  table: PolicyTable,
  match: Match,
  partition: string,
): Promise<void> {
  const { store, clock } = ports
  const { region } = match.fields
  const part: PartFields = { region, matchId: match.id, partition, ...nothingYet(), doneAt: clock.now() }
  const walk: Walk = { known: await knownOf(store, match, partition), part, seen: [] }
  const findings = new Map<string, FindingFields>()
  for await (const page of pagesOf<ResidentFields>(store, 'residents', {
    where: { region, partition },
    sort: { field: 'partition', order: 'ascending' },
    limit: pageSize,
  }))
    for (const resident of page) {
      const found = findingOf(ports, table, match, resident, walk)
      if (found) findings.set(findingIdOf(match.id, resident.id), found)
    }
  for (const { queue } of findings.values()) part.found[queue] += 1
  await putFindings(store, findings)
  await store.insert('matchSeen', partIdOf(match.id, partition), { region, seen: walk.seen })
  await store.insert('matchParts', partIdOf(match.id, partition), part)
}

/** A walk over one part: what is known of it, and what it comes to. */
interface Walk {
  known: KnownOfPart
  part: PartFields
  seen: string[]
}

const nothingYet = () => ({
  people: 0,
  concerned: 0,
  unsettled: 0,
  found: { ...nothingFound },
})

/** Looks at one resident, and counts them in the part. */
function findingOf(
  { cipher }: WalkPorts,
  table: PolicyTable,
  match: Match,
  resident: Stored<ResidentFields>,
  { known, part, seen }: Walk,
): FindingFields | undefined {
  const held = heldOf(resident, known)
  const { on } = match.fields
  part.people += 1
  if (!isConcerned(held)) return undefined
  part.concerned += 1
  const codes = codesOn(resident.fields, on)
  if (codes.length > 0) seen.push(seenLine(resident.id, codes))
  const found = lookAt(cipher, table, on, held)
  if (found === 'unsettled') part.unsettled += 1
  if (found === undefined || found === 'unsettled') return undefined
  return known.decided.get(resident.id) === saysOf(found)
    ? undefined
    : findingFields(table, match, resident, found)
}

/** What is known of a part's residents besides themselves, by resident. */
interface KnownOfPart {
  enrollments: ReadonlyMap<string, EnrollmentFields>
  seen: ReadonlyMap<string, readonly string[]>
  decided: ReadonlyMap<string, string>
  owed: ReadonlySet<string>
}

const heldOf = (resident: Stored<ResidentFields>, known: KnownOfPart): Held => ({
  resident,
  enrollment: known.enrollments.get(resident.id),
  before: known.seen.get(resident.id) ?? null,
  isOwed: known.owed.has(resident.id),
})

async function knownOf(store: Store, { fields }: Match, partition: string): Promise<KnownOfPart> {
  const { region, coverageYear, previous } = fields
  const everyOne = async <F extends Fields>(collection: string, note: (one: Stored<F>) => void) => {
    for await (const page of pagesOf<F>(store, collection, {
      where: { region, coverageYear, partition },
      sort: { field: 'partition', order: 'ascending' },
      limit: pageSize,
    }))
      page.forEach(note)
  }
  const enrollments = new Map<string, EnrollmentFields>()
  await everyOne<EnrollmentFields>('enrollments', (one) => {
    if (stands(one)) enrollments.set(one.fields.residentId, one.fields)
  })
  const year = `-${coverageYear}`
  const decided = new Map<string, string>()
  await everyOne<DecisionFields>('matchDecisions', ({ id, fields: { says } }) =>
    decided.set(id.slice(0, -year.length), says),
  )
  const owed = new Set<string>()
  await everyOne<SupplementFields>('supplements', ({ fields: { residentId } }) => owed.add(residentId))
  return { enrollments, decided, owed, seen: await seenBefore(store, previous, partition) }
}
