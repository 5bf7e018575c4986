import type { SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { allSealedFields } from '../../../cloudfunctions/_keys/sealedFields'
import type { Cipher } from '../../../cloudfunctions/_ports/cipher'
import type { Documents, Fields } from '../../../cloudfunctions/_ports/store'

/** The paths of sealed texts in a document that the list of sealed fields does not have: rotation would lose them. */
export function sealedElsewhere(cipher: Cipher, collection: string, fields: Fields): string[] {
  const listed = new Set(allSealedFields.map((place) => `${place.collection}.${place.field}`))
  const paths: string[] = []
  const look = (value: unknown, path: string): void => {
    if (typeof value === 'string' && cipher.wrappedWith(value) !== undefined) paths.push(path)
    if (typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) look(member, `${path}.${name}`)
  }
  look(fields, collection)
  return paths.filter((path) => !listed.has(path))
}

/** The same store, which hands every document that is written to `hears`. */
export function listening(
  store: SqliteStore,
  hears: (collection: string, fields: Fields) => void,
): SqliteStore {
  const on = <D extends Documents>(documents: D): D => ({
    ...documents,
    insert(collection: string, id: string, fields: Fields) {
      hears(collection, fields)
      return documents.insert(collection, id, fields)
    },
    replace(collection: string, id: string, revision: number, fields: Fields) {
      hears(collection, fields)
      return documents.replace(collection, id, revision, fields)
    },
  })
  return { ...on(store), transaction: (work) => store.transaction((documents) => work(on(documents))) }
}
