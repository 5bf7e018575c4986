import type { Store } from '../../../cloudfunctions/_ports/store'

/** A store that lets something happen just before a transaction that `isIt`: once, and after whoever asks has looked around. */
export function justBefore(
  store: Store,
  happens: () => Promise<unknown>,
  isIt: () => Promise<boolean> = async () => true,
): Store {
  let happened = false
  return {
    ...store,
    async transaction(work) {
      if (!happened && (await isIt())) {
        happened = true
        await happens()
      }
      return store.transaction(work)
    },
  }
}
