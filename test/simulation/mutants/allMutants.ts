import { borderMutants } from './border'
import { claimMutants } from './claims'
import { counterMutants } from './counter'
import { dayMutants } from './days'
import type { Mutant } from './mutant'
import { refundMutants } from './refunds'
import { settlingMutants } from './settling'

export const allMutants: readonly Mutant[] = [
  ...claimMutants,
  ...settlingMutants,
  ...refundMutants,
  ...dayMutants,
  ...counterMutants,
  ...borderMutants,
]
