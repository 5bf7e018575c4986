import type { Store } from '../../../cloudfunctions/_ports/store'

/** A store that dies at the so-manieth thing it is asked to write. */
export function dyingStore(store: Store, after: number): Store {
  let left = after
  const spend = () => {
    left -= 1
    if (left < 0) throw new Error('killed')
  }
  return {
    ...store,
    insert: async (...asked) => (spend(), store.insert(...asked)),
    transaction: (work) => {
      spend()
      return store.transaction(work)
    },
  }
}
