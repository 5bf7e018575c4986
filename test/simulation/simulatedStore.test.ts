import { storeContract } from '../cloudfunctions/store/storeContract'
import { DocumentVersions } from './store/documentVersions'
import { later } from './engine/step'
import { simulatedStore, type StoreSteps } from './store/simulatedStore'

let pauses = 0

/** Every access at once, in the order asked for; rivals that met once pause for different times. */
const straightThrough: StoreSteps = {
  async take<T>(_access: unknown, _verb: string, _object: string, act: () => T | typeof later): Promise<T> {
    for (;;) {
      await Promise.resolve()
      const value = act()
      if (value !== later) return value
    }
  },
  async pause(milliseconds) {
    for (let turns = milliseconds * (1 + (pauses++ % 7)); turns > 0; turns--) await Promise.resolve()
  },
  began: () => undefined,
}

describe('the simulation’s store', () => {
  storeContract(async () => {
    return { store: simulatedStore(new DocumentVersions(), straightThrough), close: () => undefined }
  }, 100)
})
