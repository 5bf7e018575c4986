/**
 * One part of a match (分片): `matchParts/<matchId>-<part>` says that the part is done and what it came to, and is written once, after
 * everything the part found. `matchSeen/<matchId>-<part>` is what its residents were seen to be, in one document, because the next
 * month's match compares every one of them.
 */
import { findingQueue } from '../../shared/contracts/match'
import type { Documents, Store, Stored } from '../_ports/store'
import { partitions } from '../_residents/partition'
import { nothingFound, type Match, type QueueCounts } from './matchRecord'

/** What one part came to. */
export type PartFields = {
  region: string
  matchId: string
  partition: string
  people: number
  concerned: number
  unsettled: number
  found: QueueCounts
  /** Instant, UTC. */
  doneAt: string
}

/** Residents with an identity, each `<residentId> <code>,<code>`: texts, because a part has thousands of them. */
export type SeenFields = { region: string; seen: string[] }

export type Part = Stored<PartFields>

/** Where what was found of one part lies. */
export const partIdOf = (matchId: string, partition: string): string => `${matchId}-${partition}`

/** Which identities the residents of a part had, by resident; empty where there was no match before. */
export async function seenBefore(
  { get }: Pick<Documents, 'get'>,
  previous: string | null,
  partition: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (previous === null) return new Map()
  const part = await get<SeenFields>('matchSeen', partIdOf(previous, partition))
  if (!part) throw new Error(`match ${previous} is done without part ${partition}`)
  return new Map(part.fields.seen.map(readSeen))
}

/** One resident of `SeenFields`. */
export const seenLine = (residentId: string, codes: readonly string[]): string =>
  `${residentId} ${codes.join(',')}`

function readSeen(line: string): [residentId: string, codes: readonly string[]] {
  const [residentId = '', codes = ''] = line.split(' ')
  return [residentId, codes.split(',')]
}

/** The parts of a match that are done. */
export async function partsOf(store: Pick<Store, 'find'>, { id, fields }: Match): Promise<Part[]> {
  const { documents } = await store.find<PartFields>('matchParts', {
    where: { region: fields.region, matchId: id },
    sort: { field: 'partition', order: 'ascending' },
    limit: partitions.length,
  })
  return documents
}

/** What the parts came to together. */
export function sumOf(
  parts: readonly Part[],
): Pick<PartFields, 'people' | 'concerned' | 'unsettled' | 'found'> {
  const sums = { people: 0, concerned: 0, unsettled: 0, found: { ...nothingFound } }
  for (const { fields } of parts) {
    sums.people += fields.people
    sums.concerned += fields.concerned
    sums.unsettled += fields.unsettled
    for (const queue of findingQueue.options) sums.found[queue] += fields.found[queue]
  }
  return sums
}
