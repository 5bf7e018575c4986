import type { TimelineEntry } from '../../shared/contracts/person'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import { sourcesOf } from '../_residents/sourceRecord'
import { correctionsOf } from './correctionsOf'
import { matchesOf } from './matchesOf'
import { moneyOf } from './moneyOf'
import { papersOf } from './papersOf'
import { shownSource } from './shownSource'

/** Everything that happened to a person's record, the latest first, as far as it lies within the caller's reach. */
export async function timelineOf(
  ports: StaffPorts,
  stored: Stored<ResidentFields>,
): Promise<TimelineEntry[]> {
  const entries = [
    ...(await saidOf(ports, stored.id)),
    ...(await correctionsOf(ports, stored.id)),
    ...(await moneyOf(ports, stored)),
    ...(await matchesOf(ports, stored)),
    ...(await papersOf(ports, stored)),
  ]
  return entries.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
}

/** What rosters, guardians and merges said; of a correction there is more to say than that it was made. */
async function saidOf(ports: StaffPorts, residentId: string): Promise<TimelineEntry[]> {
  const sources = await sourcesOf(ports.store, residentId)
  const entries: TimelineEntry[] = []
  for (const { parts, ...said } of sources?.said ?? []) {
    if (said.kind === 'correction') continue
    const source = await shownSource(ports, said)
    entries.push({ what: 'said', at: said.at, by: source.by, source, parts })
  }
  for (const { part, ...said } of sources?.contradicted ?? []) {
    const source = await shownSource(ports, said)
    entries.push({ what: 'contradicted', at: said.at, by: source.by, source, part })
  }
  return entries
}
