import * as z from 'zod/mini'
import { staffContract } from './contract'
import { importId, importShown } from './imports'

/**
 * 撤销: puts everybody back as they were before; ask again until it is `undone`. All of it is checked first. `dependedOn`: .changed people
 * have been changed since, .paid people have been enrolled or have an order since, of .closed payments the town's day is closed; nothing is
 * undone. What begins to depend on it after it was checked stays as it is, and is counted in `dependents`.
 */
export const UndoImport = staffContract({
  name: 'undoImport',
  request: z.object({ importId }),
  reply: importShown,
  refusals: ['notFound', 'notNow', 'dependedOn'],
})
