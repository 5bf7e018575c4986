import type { Patch } from '../bundleSimulation'

/** A bug planted in the real source, which must not survive. */
export interface Mutant extends Patch {
  /** One sentence: what is wrong now. */
  says: string
  /** A jest test that must fail, for what the simulation does not reach; without one the simulation must find it. */
  test?: string
}
