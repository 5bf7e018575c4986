import type { Fields, Stored } from '../../_ports/store'

/** How a document of the port lies in CloudBase: its fields apart, so that none collides with `_id`. */
export interface CloudbaseDocument {
  _id: string
  revision: number
  fields: Fields
}

export function storedFrom<F extends Fields>(document: CloudbaseDocument): Stored<F> {
  return { id: document._id, revision: document.revision, fields: document.fields as F }
}

/** A copy, because the SDK deletes keys from what it is given; JSON also turns -0 into the 0 SQLite keeps. */
export function copyOf(fields: Fields): Fields {
  return JSON.parse(JSON.stringify(fields)) as Fields
}

export function newDocument(id: string, fields: Fields): CloudbaseDocument {
  return { _id: id, revision: 1, fields: copyOf(fields) }
}

/** The codes CloudBase answers with, as far as the store tells them apart. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === 'DATABASE_DUPLICATE_WRITE'
}

export function isConflict(error: unknown): boolean {
  return codeOf(error) === 'DATABASE_TRANSACTION_CONFLICT'
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
