import { claimMutants } from './claims'
import type { Mutant } from './mutant'
import { settlingMutants } from './settling'

export const allMutants: readonly Mutant[] = [...claimMutants, ...settlingMutants]
