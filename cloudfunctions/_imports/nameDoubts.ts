/**
 * 要核姓名: rows of a roster of identities whose ID number is somebody's and whose name is not, `nameDoubts/<importId>-<residentId>`.
 * Such a row is not taken. The next match asks the bureau, which looks at the household register.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Documents, Store, Stored } from '../_ports/store'
import { documentsOfPart } from '../_residents/documentsOfPart'
import { partitionOf } from '../_residents/partition'
import { identityPart } from '../_residents/residentParts'
import type { ResidentFields } from '../_residents/residentRecord'
import { endingOf, sourcesOf } from '../_residents/sourceRecord'
import type { Import } from './importRecord'
import type { Given } from './people/withIdentity'

/** One row about one resident, with what it would say of them. */
export type NameDoubtFields = Given & {
  region: string
  town: string | null
  partition: string
  residentId: string
  importId: string
  kind: ImportKind
  /** Of the file, as a spreadsheet counts. */
  row: number
  /** Instant, UTC, at which the roster was taken in. */
  at: string
  /** The name as the roster writes it; null once it is decided, or nobody needs it any more. */
  sealedName: string | null
}

export type NameDoubt = Stored<NameDoubtFields>

const doubtIdOf = (importId: string, residentId: string): string => `${importId}-${residentId}`

const contextOf = (id: string): string => sealContext(sealedFields.doubtedName, id)

/** Keeps a row whose name is not the resident's, in the transaction that passes over it. */
export async function noteDoubt(
  { cipher, clock }: Pick<ServicePorts, 'cipher' | 'clock'>,
  documents: Documents,
  { id: importId, fields: { kind } }: Import,
  { id: residentId, fields: { region, town } }: Stored<ResidentFields>,
  { name, row, code, since }: Given & { name: string; row: number },
): Promise<void> {
  const id = doubtIdOf(importId, residentId)
  const sealedName = cipher.seal(name, contextOf(id))
  const who = { region, town, partition: partitionOf(residentId), residentId }
  const fields = { ...who, importId, kind, row, code, since, at: clock.now(), sealedName }
  await documents.insert('nameDoubts', id, fields satisfies NameDoubtFields)
}

/** @throws where it is closed, or the seal does not open. */
export function doubtedName(cipher: Cipher, { id, fields: { sealedName } }: NameDoubt): string {
  if (sealedName === null) throw new Error(`name doubt ${id} is closed`)
  return cipher.open(sealedName, contextOf(id))
}

/** The open doubts about residents of one part, by resident. */
export async function doubtsOfPart(
  store: Pick<Store, 'find'>,
  part: { region: string; partition: string },
): Promise<ReadonlyMap<string, readonly NameDoubt[]>> {
  const doubts = new Map<string, NameDoubt[]>()
  for await (const doubt of documentsOfPart<NameDoubtFields>(store, 'nameDoubts', part)) {
    const { residentId } = doubt.fields
    if (isOpen(doubt)) doubts.set(residentId, [...(doubts.get(residentId) ?? []), doubt])
  }
  return doubts
}

/** Under which ids doubts about one resident lie, of these rosters. */
export const doubtIdsOf = (residentId: string, importIds: readonly string[]): string[] =>
  importIds.map((importId) => doubtIdOf(importId, residentId))

/** Those of these doubts that are open. */
export async function openDoubts(
  { get }: Pick<Documents, 'get'>,
  ids: readonly string[],
): Promise<NameDoubt[]> {
  const found: NameDoubt[] = []
  await severalAtOnce(ids, atOnce, async (id) => {
    const doubt = await get<NameDoubtFields>('nameDoubts', id)
    if (doubt && isOpen(doubt)) found.push(doubt)
  })
  return found
}

/** A call over a network each, of as many rosters as stand. */
const atOnce = 20

const isOpen = ({ fields: { sealedName } }: NameDoubt): boolean => sealedName !== null

/**
 * The latest of these doubts about which there is still something to ask: its roster is `standing`, with no whole one of its kind after it,
 * the person does not have the identity by another way, and no correction says that they do not have it.
 */
export async function latestDoubt(
  documents: Pick<Documents, 'get'>,
  doubts: readonly NameDoubt[],
  resident: Stored<ResidentFields>,
  standing: readonly string[],
): Promise<NameDoubt | undefined> {
  const held = (resident.fields.identities ?? []).map(({ code }) => code)
  const asked = doubts.filter(
    ({ fields: { code, importId } }) => standing.includes(importId) && !held.includes(code),
  )
  if (asked.length === 0) return undefined
  const sources = await sourcesOf(documents, resident.id)
  return asked
    .filter(({ fields: { code } }) => !endingOf(sources, identityPart(code)))
    .sort((one, other) => (one.fields.at < other.fields.at ? 1 : -1))[0]
}

/** Decided, or of no use any more: the name is not kept. */
export async function closeDoubt(documents: Documents, { id, revision, fields }: NameDoubt): Promise<void> {
  const closed: NameDoubtFields = { ...fields, sealedName: null }
  await documents.replace('nameDoubts', id, revision, closed)
}

/** Closes what nobody has decided of an import whose rows are cleared away. */
export async function closeDoubtsOf(store: Store, importId: string): Promise<void> {
  for await (const page of pagesOf<NameDoubtFields>(store, 'nameDoubts', {
    where: { importId },
    sort: { field: 'importId', order: 'ascending' },
    limit: 100,
  }))
    for (const doubt of page) if (isOpen(doubt)) await closeDoubt(store, doubt)
}
