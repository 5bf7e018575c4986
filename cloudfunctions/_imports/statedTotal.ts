import type { ImportKind, ImportMapping } from '../../shared/contracts/imports'
import { kindOf } from './importKinds'
import type { ImportFields } from './importRecord'

/**
 * What a file's own total says: of people, its first number; of a table of numbers, the one below the column that is
 * summed, money in fen. Null
 * where it has none.
 */
export function statedTotal(
  kind: ImportKind,
  mapping: ImportMapping,
  totals: ImportFields['totals'],
): number | null {
  const { sumOf } = kindOf(kind)
  const stated = sumOf ? totals.find(({ column }) => column === mapping[sumOf]) : totals[0]
  if (!stated) return null
  return sumOf === 'yuan' ? stated.hundredths : Math.floor(stated.hundredths / 100)
}
