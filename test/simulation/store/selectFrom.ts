import type { Bound, Selection } from '../../../cloudfunctions/_adapters/storage/selection'
import type { FieldValue, Stored } from '../../../cloudfunctions/_ports/store'

/** One page of a selection from all documents of a collection. */
export function selectFrom(
  documents: readonly Stored[],
  { bounds, sort, after, limit }: Selection,
): Stored[] {
  const sign = sort.order === 'ascending' ? 1 : -1
  const order = (a: Place, b: Place): number => sign * (compared(a.value, b.value) || compared(a.id, b.id))
  const places = documents.flatMap((stored): Place[] => {
    const value = stored.fields[sort.field]
    const sortable = typeof value === 'string' || typeof value === 'number'
    return sortable && bounds.every((bound) => holds(bound, stored.fields[bound.field]))
      ? [{ value, id: stored.id, stored }]
      : []
  })
  const behind = after
    ? places.filter((place) => order(place, { ...after, stored: place.stored }) > 0)
    : places
  return behind
    .sort(order)
    .slice(0, limit)
    .map(({ stored }) => stored)
}

interface Place {
  value: string | number
  id: string
  stored: Stored
}

function holds({ operator, value }: Bound, found: FieldValue | undefined): boolean {
  if (operator === 'eq') return found === value
  if (typeof found !== typeof value) return false
  const difference = compared(found as string | number, value as string | number)
  switch (operator) {
    case 'gte':
      return difference >= 0
    case 'gt':
      return difference > 0
    case 'lte':
      return difference <= 0
    case 'lt':
      return difference < 0
  }
}

/** From here on UTF-16 units are no longer in the order of UTF-8 bytes. */
const beyondOrder = /[\ud800-\uffff]/

/** Numbers before text; text by its UTF-8 bytes. */
function compared(a: string | number, b: string | number): number {
  if (typeof a === 'number' || typeof b === 'number')
    return typeof a === typeof b ? Number(a) - Number(b) : typeof a === 'number' ? -1 : 1
  if (a === b) return 0
  return beyondOrder.test(a) || beyondOrder.test(b)
    ? Buffer.compare(Buffer.from(a), Buffer.from(b))
    : a < b
      ? -1
      : 1
}
