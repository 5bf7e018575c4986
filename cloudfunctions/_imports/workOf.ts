import type { ImportKind } from '../../shared/contracts/imports'
import { kindOf } from './importKinds'
import { paymentsWork } from './payments/paymentsWork'
import { peopleWork } from './people/peopleWork'
import type { RowWork } from './rowWork'
import { targetsWork } from './targets/targetsWork'

const works = { people: peopleWork, targets: targetsWork, counterPayments: paymentsWork }

/** What is done with the rows of a kind. */
export const workOf = (kind: ImportKind): RowWork => works[kindOf(kind).of ?? 'people']
