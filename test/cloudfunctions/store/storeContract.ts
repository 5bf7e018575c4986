import type { Store } from '../../../cloudfunctions/_ports/store'
import { documentsContract } from './documentsContract'
import { guardsContract } from './guardsContract'
import { modelContract } from './modelContract'
import { queriesContract } from './queriesContract'
import { transactionsContract } from './transactionsContract'

/** A fresh, empty store. */
export type OpenStore = () => Promise<{ store: Store; close: () => Promise<void> | void }>

/**
 * What every store keeps, whatever lies beneath: run by each adapter's own test. `runs` is how many random
 * histories are compared with the model.
 */
export function storeContract(open: OpenStore, runs: number): void {
  let current: Awaited<ReturnType<OpenStore>>
  beforeEach(async () => {
    current = await open()
  })
  afterEach(() => current.close())

  const store = (): Store => current.store
  documentsContract(store)
  queriesContract(store)
  transactionsContract(store)
  guardsContract(store)
  modelContract(store, runs)
}
