import type { ImportKind } from '../../shared/contracts/imports'
import { kindOf } from './importKinds'
import { peopleWork } from './people/peopleWork'
import type { RowWork } from './rowWork'
import { targetsWork } from './targets/targetsWork'

/** What is done with the rows of a kind. */
export const workOf = (kind: ImportKind): RowWork =>
  kindOf(kind).of === 'targets' ? targetsWork : peopleWork
