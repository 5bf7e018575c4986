import { partitionOf } from '../../_residents/partition'
import type { EnrollmentFields } from '../../_residents/enrollmentRecord'

type Whose = Pick<EnrollmentFields, 'residentId' | 'region' | 'coverageYear'>
type Said = Partial<Pick<EnrollmentFields, 'identity' | 'paidFen' | 'paidOn' | 'coverageFrom' | 'coverageTo'>>

/** An enrollment as a roster says it (名册记载): that there was cover, and of the money what it says, often nothing. */
export const onRoster = (whose: Whose, said: Said = {}): EnrollmentFields => ({
  ...whose,
  partition: partitionOf(whose.residentId),
  way: 'roster',
  identity: null,
  paidFen: null,
  paidAt: null,
  paidOn: null,
  coverageFrom: [],
  coverageTo: [],
  orderNumber: null,
  withdrawnAt: null,
  ...said,
})
