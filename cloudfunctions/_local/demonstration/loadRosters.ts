/** The demonstration's last whole roster of an office: everybody it would list, but for a few, so that a match finds 不在名单了. */
import { kindListing } from '../../_imports/importKinds'
import { nothingCounted, sealName, type ImportFields } from '../../_imports/importRecord'
import { rosterPart, type RosterPartFields } from '../../_imports/rosterMembers'
import { changeTaken } from '../../_imports/rosterStanding'
import { instantAt } from '../../_ports/schedule'
import { partitionOf } from '../../_residents/partition'
import type { LocalPorts } from '../localPorts'
import { inventResidents } from './inventResidents'
import { residentIdOf } from './loadDemonstration'
import type { Demonstration, DemonstrationRoster } from './readDemonstration'

type Ports = Pick<LocalPorts, 'store' | 'cipher' | 'policies'>

/** Brings the rosters of so many residents; those that are in already only get whoever has come to be since. */
export async function loadRosters(ports: Ports, demonstration: Demonstration, count: number): Promise<void> {
  for (const roster of demonstration.rosters) {
    const parts = listedIn(ports, demonstration, roster, count)
    const rows = [...parts.values()].reduce((sum, ids) => sum + ids.length, 0)
    if (rows === 0) continue
    for (const [partition, ids] of parts) await putPart(ports, roster, partition, ids)
    await putImport(ports, demonstration, roster, rows)
  }
}

/** By part: whoever has an identity of the roster's kind; of those nobody has named, so many in a thousand are left out. */
function listedIn(
  { policies }: Ports,
  demonstration: Demonstration,
  { region, kind, leftOut }: DemonstrationRoster,
  count: number,
): Map<string, string[]> {
  const tables = policies.all().map(({ table }) => table)
  const parts = new Map<string, string[]>()
  if (count <= demonstration.people.length) return parts
  let invented = 0
  for (const { serial, person } of inventResidents(demonstration, tables, count)) {
    if (person.region !== region || !person.identities?.some(({ code }) => kindListing(code) === kind))
      continue
    if (serial >= demonstration.people.length) {
      invented += 1
      if ((invented * leftOut) % 1000 < leftOut) continue
    }
    const id = residentIdOf(serial)
    parts.set(partitionOf(id), [...(parts.get(partitionOf(id)) ?? []), id])
  }
  return parts
}

const importIdOf = ({ region, kind }: DemonstrationRoster): string => `demonstration-${region}-${kind}`

async function putPart(
  { store }: Ports,
  roster: DemonstrationRoster,
  partition: string,
  ids: string[],
): Promise<void> {
  const id = rosterPart(importIdOf(roster), partition)
  const fields: RosterPartFields = { region: roster.region, ids }
  const standing = await store.get<RosterPartFields>('rosterParts', id)
  if (!standing) await store.insert('rosterParts', id, fields)
  else if (standing.fields.ids !== null && standing.fields.ids.length < ids.length)
    await store.replace('rosterParts', id, standing.revision, fields)
}

/** As if an office had taken it in: committed once, and nobody's to take in again. */
async function putImport(
  { store, cipher }: Ports,
  { today }: Demonstration,
  roster: DemonstrationRoster,
  rows: number,
): Promise<void> {
  const importId = importIdOf(roster)
  const { region, kind, startedBy, fileName, on } = roster
  // After everybody was made up: what somebody else has said since a roster came, it does not end.
  const at = instantAt(on, '00:01')
  const fields: ImportFields = {
    ...{ region, town: null, kind, coverageYear: null, state: 'committed' },
    ...{ startedBy, startedAs: 'bureau' },
    ...{ sealedName: sealName(cipher, importId, fileName) },
    ...{ startedAt: at, changedAt: instantAt(today, '00:00'), commitBegunAt: at, committedAt: at },
    ...{ parts: 1, chunks: 1, next: 1, place: 0, rows, headings: [], mapping: {}, rounded: false },
    ...{ counts: { ...nothingCounted, same: rows }, last: null, lists: 'everybody' },
    ...{ totals: [], statedTotal: null, countedTotal: rows, sealedReason: null },
    ...{ rowsAre: 'gone', cleared: 1, refusal: null, spot: null },
  }
  if ((await store.insert('imports', importId, fields)) === 'exists') return
  const said = { kind, importId, lists: 'everybody', startedAs: 'bureau', rows } as const
  const taken = { ...said, startedAt: at, committedAt: at, membersKept: true }
  await changeTaken(store, region, (others) => [...others, taken])
}
