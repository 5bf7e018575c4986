import type { Fields } from '../../_ports/store'
import { StoreMisuse } from './storeMisuse'

/** CloudBase's own rule for names of collections; the embedded store also writes them into its SQL. */
const collectionName = /^[a-zA-Z][a-zA-Z0-9_-]{0,31}$/
const longestId = 200
/** MongoDB stops at 100 levels; no document of ours comes near, a circular one does. */
const deepest = 32

/** Refuses a collection or an id that one of the databases would not take as it stands. */
export function checkAddress(collection: string, id: string): void {
  checkCollection(collection)
  if (typeof id !== 'string' || id === '')
    throw new StoreMisuse(`${collection}: an id is text and never empty`)
  if (id.length > longestId) throw new StoreMisuse(`${collection}: an id has at most ${longestId} characters`)
  if (id.includes('/')) throw new StoreMisuse(`${collection}: an id holds no "/"`)
  checkText(id, `${collection}: id`)
}

export function checkCollection(collection: string): void {
  if (typeof collection !== 'string' || !collectionName.test(collection)) {
    throw new StoreMisuse('A collection is named by a letter, then letters, digits, "-" or "_", 32 at most')
  }
}

export function checkRevision(collection: string, revision: number): void {
  if (!Number.isSafeInteger(revision) || revision < 1) {
    throw new StoreMisuse(`${collection}: a revision is a whole number from 1 on`)
  }
}

/** Refuses anything that would not come back from both databases exactly as it was written. */
export function checkFields(collection: string, fields: Fields): void {
  if (!isPlainObject(fields)) throw new StoreMisuse(`${collection}: a document is a plain object of fields`)
  checkMembers(fields, collection, 1)
}

function checkValue(value: unknown, path: string, depth: number): void {
  if (depth > deepest) throw new StoreMisuse(`${path}: nested deeper than ${deepest} levels, or circular`)
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') return checkText(value, path)
  if (typeof value === 'number') return checkNumber(value, path)
  if (Array.isArray(value)) return checkItems(value, path, depth)
  if (isPlainObject(value)) return checkMembers(value, path, depth)
  throw new StoreMisuse(`${path}: a field cannot hold ${describe(value)}`)
}

function checkItems(items: readonly unknown[], path: string, depth: number): void {
  // By index, because forEach skips the holes of a sparse list and the databases would not.
  for (let index = 0; index < items.length; index++) checkValue(items[index], `${path}[${index}]`, depth + 1)
}

function checkMembers(members: Record<string, unknown>, path: string, depth: number): void {
  for (const [name, value] of Object.entries(members)) {
    checkName(name, path)
    checkValue(value, `${path}.${name}`, depth + 1)
  }
  // The CloudBase SDK turns GeoJSON look-alikes into classes of its own while reading.
  if ('type' in members && 'coordinates' in members) {
    throw new StoreMisuse(
      `${path}: an object with "type" and "coordinates" would be read back as a GeoJSON point`,
    )
  }
}

function checkName(name: string, path: string): void {
  if (name === '') throw new StoreMisuse(`${path}: a field name is never empty`)
  if (/[$.]/.test(name)) throw new StoreMisuse(`${path}: a field name holds no "$" and no "."`)
  if (name === '__proto__') throw new StoreMisuse(`${path}: "__proto__" cannot be a field name`)
  checkText(name, `${path}: a field name`)
}

/** Also used for the values of a query. */
export function checkText(text: string, path: string): void {
  if (text.includes('\u0000')) throw new StoreMisuse(`${path}: text holds no NUL character`)
  // A surrogate without its partner has no UTF-8 form and would be stored as another character.
  if (/\p{Surrogate}/u.test(text)) throw new StoreMisuse(`${path}: text is well-formed Unicode`)
}

/** Also used for the values of a query. */
export function checkNumber(number: number, path: string): void {
  if (!Number.isFinite(number)) throw new StoreMisuse(`${path}: a number is finite, not ${describe(number)}`)
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/** The kind of a wrong value, in words that give nothing of it away. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'NaN' : Number.isFinite(value) ? 'a number' : 'Infinity'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? `a ${value.constructor?.name ?? 'nameless object'}` : `a ${typeof value}`
}
