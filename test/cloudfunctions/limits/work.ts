import type { Cipher } from '../../../cloudfunctions/_ports/cipher'
import type { Documents, Fields, Query, Store } from '../../../cloudfunctions/_ports/store'

/** Every step of a use case on its store and its cipher, in order, by what it is and not by whom it concerns. */
export function watched(store: Store, cipher: Cipher): { store: Store; cipher: Cipher; work: string[] } {
  const work: string[] = []
  const on = <D extends Documents>(documents: D): D => ({
    ...documents,
    get<F extends Fields>(collection: string, id: string) {
      work.push(`get ${collection}`)
      return documents.get<F>(collection, id)
    },
    insert(collection: string, id: string, fields: Fields) {
      work.push(`insert ${collection}, ${JSON.stringify(fields).length} bytes`)
      return documents.insert(collection, id, fields)
    },
    replace(collection: string, id: string, revision: number, fields: Fields) {
      work.push(`replace ${collection}, ${JSON.stringify(fields).length} bytes`)
      return documents.replace(collection, id, revision, fields)
    },
  })
  return {
    work,
    store: {
      ...on(store),
      find<F extends Fields>(collection: string, query: Query) {
        work.push(`find ${collection}`)
        return store.find<F>(collection, query)
      },
      transaction(run) {
        work.push('transaction')
        return store.transaction((documents) => run(on(documents)))
      },
    },
    cipher: {
      ...cipher,
      seal(plain, context) {
        work.push('seal')
        return cipher.seal(plain, context)
      },
      open(sealed, context) {
        work.push('open')
        return cipher.open(sealed, context)
      },
      index(purpose, value) {
        // The hash goes over blocks of 64 bytes.
        work.push(`index ${purpose}, ${Math.ceil((Buffer.byteLength(value) + 9) / 64)} blocks`)
        return cipher.index(purpose, value)
      },
    },
  }
}
