import { mostPerTransaction, type Documents } from '../../_ports/store'
import { StoreMisuse } from './storeMisuse'

/**
 * Runs the work of a transaction. Refuses a step that outlives it (a forgotten await), which would be lost without a trace, and more
 * documents than fit into one.
 */
export async function whileOpen<T>(
  documents: Documents,
  work: (documents: Documents) => Promise<T>,
): Promise<T> {
  let running = 0
  let open = true
  const touched = new Set<string>()
  async function step<R>(collection: string, id: string, run: () => Promise<R>): Promise<R> {
    if (!open) throw new StoreMisuse('A transaction was used after its work had ended')
    if (touched.add(`${collection}/${id}`).size > mostPerTransaction)
      throw new StoreMisuse(`A transaction touches at most ${mostPerTransaction} documents`)
    running++
    try {
      return await run()
    } finally {
      running--
    }
  }
  try {
    const value = await work({
      get: (collection, id) => step(collection, id, () => documents.get(collection, id)),
      insert: (collection, id, fields) =>
        step(collection, id, () => documents.insert(collection, id, fields)),
      replace: (collection, id, revision, fields) =>
        step(collection, id, () => documents.replace(collection, id, revision, fields)),
    })
    if (running > 0)
      throw new StoreMisuse('The work of a transaction ended before its steps did: an await is missing')
    return value
  } finally {
    open = false
  }
}
