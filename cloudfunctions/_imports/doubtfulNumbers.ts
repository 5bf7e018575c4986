/**
 * 号码差一两位: rows of a roster of identities with a name and a number that is not that of somebody of this name,
 * `doubtfulNumbers/<importId>-<row>`. Whoever has the name and a number close to it may be meant.
 */
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import { pagesOf } from '../_ports/pages'
import type { ServicePorts } from '../_ports/ports'
import type { Documents, Store } from '../_ports/store'
import { rosterNameOf } from '../_residents/residentRecord'
import type { Import } from './importRecord'
import type { Named } from './rowWork'

/** One row, by its name and its number. */
export type DoubtfulNumberFields = {
  region: string
  importId: string
  /** The index of the row's name alone. */
  nameIndex: string
  /** The number as the roster writes it; null once nobody needs it any more. */
  sealedNumber: string | null
}

const contextOf = (id: string): string => sealContext(sealedFields.doubtfulNumber, id)

/** Keeps the name and the number of a row that is not taken, in the transaction that passes over it; nothing where it has not both. */
export async function noteNumber(
  { cipher }: Pick<ServicePorts, 'cipher'>,
  documents: Documents,
  { id: importId, fields: { region } }: Import,
  { nameIndex, number }: Named,
  row: number,
): Promise<void> {
  if (nameIndex === undefined || !number) return
  const id = `${importId}-${row}`
  const sealedNumber = cipher.seal(number, contextOf(id))
  const fields: DoubtfulNumberFields = { region, importId, nameIndex, sealedNumber }
  await documents.insert('doubtfulNumbers', id, fields)
}

/** So many places of a number are written wrong at most. */
const mostWrongPlaces = 2

/** Whether a row of one of these rosters has somebody's name, and their number but for a place or two. */
export async function isNamedNearby(
  { store, cipher }: { store: Pick<Store, 'find'>; cipher: Cipher },
  importIds: readonly string[],
  { region, name, idNumber }: { region: string; name: string; idNumber: string },
): Promise<boolean> {
  const nameIndex = rosterNameOf(cipher, region, name)
  for await (const page of pagesOf<DoubtfulNumberFields>(store, 'doubtfulNumbers', {
    where: { region, nameIndex },
    sort: { field: 'nameIndex', order: 'ascending' },
    limit: 100,
  }))
    for (const { id, fields } of page) {
      if (fields.sealedNumber === null || !importIds.includes(fields.importId)) continue
      if (wrongPlaces(cipher.open(fields.sealedNumber, contextOf(id)), idNumber) <= mostWrongPlaces)
        return true
    }
  return false
}

/** In how many places two numbers differ; of different lengths, in all of them. */
function wrongPlaces(one: string, other: string): number {
  if (one.length !== other.length) return Infinity
  return [...one].filter((digit, place) => digit !== other[place]).length
}

/** Empties what is kept of an import's numbers. */
export async function emptyNumbers(store: Store, importId: string): Promise<void> {
  for await (const page of pagesOf<DoubtfulNumberFields>(store, 'doubtfulNumbers', {
    where: { importId },
    sort: { field: 'importId', order: 'ascending' },
    limit: 100,
  }))
    for (const { id, revision, fields } of page)
      if (fields.sealedNumber !== null)
        await store.replace('doubtfulNumbers', id, revision, { ...fields, sealedNumber: null })
}
