import type { Condition, Fields, Query, Stored } from '../../../cloudfunctions/_ports/store'

/** The port in its plainest form: a map, and queries that walk all of it. Pages are cut from the whole answer. */
export class StoreModel {
  private readonly documents = new Map<string, Stored>()

  get(id: string): Stored | undefined {
    return this.documents.get(id)
  }

  insert(id: string, fields: Fields): 'inserted' | 'exists' {
    if (this.documents.has(id)) return 'exists'
    this.documents.set(id, { id, revision: 1, fields })
    return 'inserted'
  }

  replace(id: string, revision: number, fields: Fields): 'replaced' | 'stale' {
    if (this.documents.get(id)?.revision !== revision) return 'stale'
    this.documents.set(id, { id, revision: revision + 1, fields })
    return 'replaced'
  }

  findAll({ where, sort }: Omit<Query, 'limit' | 'cursor'>): Stored[] {
    const sortable = [...this.documents.values()].filter(({ fields }) => isOrdered(fields[sort.field]))
    const found = sortable.filter(({ fields }) =>
      Object.entries(where).every(([field, condition]) => matches(fields[field], condition)),
    )
    const sign = sort.order === 'ascending' ? 1 : -1
    return found.sort(
      (a, b) => sign * (compare(a.fields[sort.field], b.fields[sort.field]) || compare(a.id, b.id)),
    )
  }
}

function matches(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition
  const { from, after, to, before } = condition
  if (typeof value !== typeof (from ?? after ?? to ?? before)) return false
  return (
    (from === undefined || compare(value, from) >= 0) &&
    (after === undefined || compare(value, after) > 0) &&
    (to === undefined || compare(value, to) <= 0) &&
    (before === undefined || compare(value, before) < 0)
  )
}

function isOrdered(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number'
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return typeof a === 'number' ? -1 : 1
}
