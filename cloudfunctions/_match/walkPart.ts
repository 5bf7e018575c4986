/**
 * One part of a match, an idempotent unit: what the part holds is read once, the rules are asked about those whom a roster concerns,
 * and what they say is written under ids that only the person and the month make. A kill leaves findings without the part's own
 * document: whoever does it again writes the same. Two at once do the same.
 */
import type { PolicyTable } from '../../shared/policy/table'
import type { ServicePorts } from '../_ports/ports'
import { findingFields, findingIdOf, saysOf, type FindingFields } from './findingRecord'
import { decidedOf, heldOfPart } from './heldOfPart'
import { isConcerned, lookAt, type Held } from './lookAt'
import { nothingFound, type Match } from './matchRecord'
import { partIdOf, seenLine, type PartFields } from './partRecord'
import { putFindings } from './putFindings'
import { codesOn } from './recognisedBy'

type WalkPorts = Pick<ServicePorts, 'store' | 'cipher' | 'clock'>

export async function walkPart(
  ports: WalkPorts,
  table: PolicyTable,
  match: Match,
  partition: string,
): Promise<void> {
  const { store, cipher, clock } = ports
  const { region } = match.fields
  const part: PartFields = { region, matchId: match.id, partition, ...nothingYet(), doneAt: clock.now() }
  const walk: Walk = { decided: await decidedOf(store, match, partition), part, seen: [] }
  const findings = new Map<string, FindingFields>()
  for await (const held of heldOfPart(cipher, store, match, partition)) {
    const found = findingOf(ports, table, match, held, walk)
    if (found) findings.set(findingIdOf(match.id, held.resident.id), found)
  }
  for (const { queue } of findings.values()) part.found[queue] += 1
  await putFindings(store, findings)
  await store.insert('matchSeen', partIdOf(match.id, partition), { region, seen: walk.seen })
  await store.insert('matchParts', partIdOf(match.id, partition), part)
}

/** A walk over one part: what was decided in it before, and what it comes to. */
interface Walk {
  decided: ReadonlyMap<string, string>
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
  held: Held,
  { decided, part, seen }: Walk,
): FindingFields | undefined {
  const { resident } = held
  const { on } = match.fields
  part.people += 1
  if (!isConcerned(held)) return undefined
  part.concerned += 1
  const codes = codesOn(resident.fields, held.ended, on)
  if (codes.length > 0) seen.push(seenLine(resident.id, codes))
  const found = lookAt(cipher, table, on, held)
  if (found === 'unsettled') part.unsettled += 1
  if (found === undefined || found === 'unsettled') return undefined
  return decided.get(resident.id) === saysOf(found) ? undefined : findingFields(table, match, resident, found)
}
