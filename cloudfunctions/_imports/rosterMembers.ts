/**
 * 名单上的人: who stands on a roster of identities. `rosterMembers/<importId>-<chunk>` comes with each chunk that is committed;
 * `rosterParts/<importId>-<part>` is the same by the parts of the county, made before the roster counts, so that whoever walks a part, or
 * looks at one person, reads one document. A part in which nobody stands on it has none.
 */
import { giveWay } from '../_ports/giveWay'
import { putOver } from '../_ports/put'
import type { Documents, Store } from '../_ports/store'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { partitionOf, partitions } from '../_residents/partition'
import { chunkId, type Import } from './importRecord'

/**
 * `members` residents by id, `others` those of them whose row bears another name than theirs, or none · `names` indexes of the names on rows that
 * lead to nobody of that name.
 */
export type RosterMembers = { members: string[]; others: string[]; names: string[] }

/** `ids` of one part's residents, or the indexes of names; null once nobody needs them any more. */
export type RosterPartFields = { region: string; ids: string[] | null }

/** Beside the parts: names that lead to nobody, and whoever is named by number under another name. */
const namesPart = 'names'
const othersPart = 'others'
const everyPart = [...partitions, namesPart, othersPart]

/** Where who of one part stands on a roster lies. */
export const rosterPart = (importId: string, part: string): string => `${importId}-${part}`

/** A call over a network each: one after the other they would take a minute. */
const atOnce = 20

/** Adds who stands on the next rows of a chunk, in the transaction that commits them. */
export async function noteMembers(
  documents: Documents,
  importId: string,
  chunk: number,
  named: RosterMembers,
): Promise<void> {
  const id = chunkId(importId, chunk)
  const standing = await documents.get<RosterMembers>('rosterMembers', id)
  const { members = [], others = [], names = [] } = standing?.fields ?? {}
  const fields: RosterMembers = {
    members: [...members, ...named.members],
    others: [...others, ...named.others],
    names: [...names, ...named.names],
  }
  await putOver(documents, 'rosterMembers', id, standing, fields)
}

/** Sorts everybody on a roster by part. Whoever is stopped in between does the same again. */
export async function sortMembers(store: Store, { id, fields }: Import): Promise<void> {
  const { region, chunks } = fields
  const sorted = new Map<string, Set<string>>()
  const put = (part: string, what: string) => sorted.set(part, (sorted.get(part) ?? new Set()).add(what))
  await severalAtOnce([...Array(chunks).keys()], atOnce, async (chunk) => {
    const stored = await store.get<RosterMembers>('rosterMembers', chunkId(id, chunk))
    if (!stored) throw new Error(`import ${id} has lost who stands on it`)
    for (const member of stored.fields.members) put(partitionOf(member), member)
    for (const other of stored.fields.others) put(othersPart, other)
    for (const name of stored.fields.names) put(namesPart, name)
    await giveWay()
  })
  await severalAtOnce([...sorted], atOnce, async ([part, ids]) => {
    // In one order, whatever came back first: whoever does it again writes the same.
    await store.insert('rosterParts', rosterPart(id, part), { region, ids: [...ids].sort() })
  })
}

/** Who of a part stands on one of these rosters; undefined where that is not known any more. */
export const membersOf = (
  documents: Pick<Documents, 'get'>,
  importIds: readonly string[],
  partition: string,
): Promise<ReadonlySet<string> | undefined> => union(documents, importIds, partition)

/** The names on rows of these rosters that lead to nobody of that name. */
export const namesOf = (
  documents: Pick<Documents, 'get'>,
  importIds: readonly string[],
): Promise<ReadonlySet<string> | undefined> => union(documents, importIds, namesPart)

/** Who is named by number alone: the row has another name, or none. */
export const underOtherName = (
  documents: Pick<Documents, 'get'>,
  importId: string,
): Promise<ReadonlySet<string> | undefined> => union(documents, [importId], othersPart)

async function union(
  { get }: Pick<Documents, 'get'>,
  importIds: readonly string[],
  part: string,
): Promise<ReadonlySet<string> | undefined> {
  const all = new Set<string>()
  for (const importId of importIds) {
    const stored = await get<RosterPartFields>('rosterParts', rosterPart(importId, part))
    if (stored?.fields.ids === null) return undefined
    for (const one of stored?.fields.ids ?? []) all.add(one)
  }
  return all
}

/** Everybody on these rosters, of the whole county. */
export async function everybodyOn(
  documents: Pick<Documents, 'get'>,
  importIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const all = new Set<string>()
  await severalAtOnce(partitions, atOnce, async (partition) => {
    for (const one of (await membersOf(documents, importIds, partition)) ?? []) all.add(one)
  })
  return all
}

/** Empties what is kept of who stands on a roster. */
export async function emptyMembers(documents: Documents, importId: string): Promise<void> {
  await severalAtOnce(everyPart, atOnce, async (part) => {
    const id = rosterPart(importId, part)
    const standing = await documents.get<RosterPartFields>('rosterParts', id)
    if (!standing || standing.fields.ids === null) return
    const { region } = standing.fields
    await documents.replace('rosterParts', id, standing.revision, { region, ids: null })
  })
}
