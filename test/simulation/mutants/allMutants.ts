import { borderMutants } from './border'
import { claimMutants } from './claims'
import { dayMutants } from './days'
import type { Mutant } from './mutant'
import { refundMutants } from './refunds'
import { settlingMutants } from './settling'

export const allMutants: readonly Mutant[] = [
  ...claimMutants,
  ...settlingMutants,
  ...refundMutants,
  ...dayMutants,
  ...borderMutants,
]
