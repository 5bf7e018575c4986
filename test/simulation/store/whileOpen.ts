import { StoreMisuse } from '../../../cloudfunctions/_adapters/storage/storeMisuse'
import type { Documents } from '../../../cloudfunctions/_ports/store'

/** Runs the work of a transaction, and refuses a step that outlives it (a forgotten await). */
export async function whileOpen<T>(
  documents: Documents,
  work: (documents: Documents) => Promise<T>,
): Promise<T> {
  let running = 0
  let open = true
  async function step<R>(run: () => Promise<R>): Promise<R> {
    if (!open) throw new StoreMisuse('A transaction was used after its work had ended')
    running++
    try {
      return await run()
    } finally {
      running--
    }
  }
  try {
    const value = await work({
      get: (collection, id) => step(() => documents.get(collection, id)),
      insert: (collection, id, fields) => step(() => documents.insert(collection, id, fields)),
      replace: (collection, id, revision, fields) =>
        step(() => documents.replace(collection, id, revision, fields)),
    })
    if (running > 0)
      throw new StoreMisuse('The work of a transaction ended before its steps did: an await is missing')
    return value
  } finally {
    open = false
  }
}
