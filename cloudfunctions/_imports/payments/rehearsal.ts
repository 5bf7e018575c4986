import type { Documents, Fields, Stored } from '../../_ports/store'

/** Documents on which everything can be done and nothing is: what is written stands here only, on top of what is there. */
export function rehearsal({ get }: Pick<Documents, 'get'>): Documents {
  const written = new Map<string, Stored>()
  const standing = async (collection: string, id: string) =>
    written.get(`${collection}/${id}`) ?? (await get(collection, id))
  const write = (collection: string, id: string, revision: number, fields: Fields) =>
    void written.set(`${collection}/${id}`, { id, revision, fields })
  return {
    get: async <F extends Fields>(collection: string, id: string) =>
      (await standing(collection, id)) as Stored<F> | undefined,
    async insert(collection, id, fields) {
      if (await standing(collection, id)) return 'exists'
      write(collection, id, 1, fields)
      return 'inserted'
    },
    async replace(collection, id, revision, fields) {
      if ((await standing(collection, id))?.revision !== revision) return 'stale'
      write(collection, id, revision + 1, fields)
      return 'replaced'
    },
  }
}
