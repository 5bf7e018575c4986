/** Rows wait in the store between the steps, sealed a chunk at a time. */
import type { ImportField, ImportReason } from '../../shared/contracts/imports'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { ServicePorts } from '../_ports/ports'
import { put } from '../_ports/put'
import type { Documents } from '../_ports/store'
import type { RosterRow } from '../_rosters/rosterFile'
import { chunkId, type Places } from './importRecord'

/** `twice`: a row before, by its number, says the same in this field. */
export type ParkedRow = RosterRow & { twice?: Twice }

/** `sameAs`: the number of the row before, in the file. */
export type Twice = { field: ImportField; sameAs: number }

type Sealing = Pick<ServicePorts, 'cipher' | 'store'>
export type SealedFields = { sealed: string }

/** Parks a chunk of rows, sealed, over what was parked of it before. */
export const parkRows = (
  ports: Sealing,
  importId: string,
  chunk: number,
  rows: readonly ParkedRow[],
): Promise<void> => parkPacked(ports, importId, chunk, JSON.stringify(rows))

/** The same for rows that are one text already. */
export async function parkPacked(
  { cipher, store }: Sealing,
  importId: string,
  chunk: number,
  packed: string,
): Promise<void> {
  const id = chunkId(importId, chunk)
  const sealed = cipher.seal(packed, sealContext(sealedFields.importRows, id))
  await put(store, 'importRows', id, { sealed })
}

/** @throws Error where they are gone: an import that was read has its rows. */
export async function parkedRows(
  cipher: ServicePorts['cipher'],
  { get }: Pick<Documents, 'get'>,
  importId: string,
  chunk: number,
): Promise<ParkedRow[]> {
  const id = chunkId(importId, chunk)
  const found = await get<SealedFields>('importRows', id)
  if (!found) throw new Error(`import ${importId} has lost its rows`)
  return JSON.parse(cipher.open(found.fields.sealed, sealContext(sealedFields.importRows, id))) as ParkedRow[]
}

/** A row that is not taken: by its place in the chunk, so that what it said stays in the sealed rows only. */
export type RejectedRow = {
  place: number
  /** From 1. */
  column: number
  field: ImportField
  reason: ImportReason
  /** The number of the row in which the same stands before; null for other reasons. */
  sameAs: number | null
}

/** What is rejected of a chunk, in the order of its rows. */
export type RejectFields = { rejects: RejectedRow[] }

/** Notes what is rejected of a chunk, or of some places of it: what was noted of its other rows stays. */
export async function noteRejects(
  documents: Documents,
  importId: string,
  chunk: number,
  found: RejectFields['rejects'],
  places?: Places,
): Promise<void> {
  const id = chunkId(importId, chunk)
  const standing = await documents.get<RejectFields>('importRejects', id)
  const isElsewhere = ({ place }: RejectedRow): boolean =>
    places !== undefined && (place < places.from || place >= places.before)
  const rejects = [...(standing?.fields.rejects ?? []).filter(isElsewhere), ...found].sort(
    (one, other) => one.place - other.place,
  )
  if (standing) await documents.replace('importRejects', id, standing.revision, { rejects })
  else if (rejects.length > 0) await documents.insert('importRejects', id, { rejects })
}
