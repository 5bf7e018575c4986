import type { Condition, Query } from '../../_ports/store'
import { checkCollection, checkNumber, checkText, describe, isPlainObject } from './checkDocument'
import { readCursor, type Position } from './pageCursor'
import { StoreMisuse } from './storeMisuse'

/** The most that one page holds: half of CloudBase's silent cap of 1000, with room to see if there is more. */
const mostPerPage = 500

/** One comparison of one field with a value; it matches only values of the same type. */
export interface Bound {
  field: string
  operator: 'eq' | 'gte' | 'gt' | 'lte' | 'lt'
  value: string | number | boolean
}

/** A query in the form both engines read: all bounds hold, and the position is behind `after`. */
export interface Selection {
  bounds: readonly Bound[]
  sort: Query['sort']
  after?: Position
  limit: number
}

const operators = { from: 'gte', after: 'gt', to: 'lte', before: 'lt' } as const
type Edge = keyof typeof operators

/** Top level only, and safe in a path of either database. */
const queryField = /^[A-Za-z][A-Za-z0-9_]*$/

/** Checks a query of the port and takes it apart. */
export function selectionOf(collection: string, query: Query): Selection {
  checkCollection(collection)
  if (!isPlainObject(query)) throw new StoreMisuse(`${collection}: a query is a plain object`)
  checkLimit(collection, query.limit)
  checkSort(collection, query.sort)
  if (!isPlainObject(query.where))
    throw new StoreMisuse(`${collection}: "where" is a plain object of conditions`)
  const bounds = Object.entries(query.where).flatMap(([field, condition]) =>
    boundsOf(collection, field, condition),
  )
  const after = query.cursor === undefined ? undefined : readCursor(collection, query.cursor)
  return { bounds, sort: query.sort, after, limit: query.limit }
}

function checkLimit(collection: string, limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > mostPerPage) {
    throw new StoreMisuse(`${collection}: a query states a limit from 1 to ${mostPerPage}`)
  }
}

function checkSort(collection: string, sort: Query['sort']): void {
  if (!isPlainObject(sort)) throw new StoreMisuse(`${collection}: a query states its sort`)
  checkQueryField(collection, sort.field)
  if (sort.order !== 'ascending' && sort.order !== 'descending') {
    throw new StoreMisuse(`${collection}: a sort is ascending or descending`)
  }
}

/** Also keeps anything but a plain name out of SQL paths. */
export function checkQueryField(collection: string, field: string): void {
  if (typeof field !== 'string' || !queryField.test(field)) {
    throw new StoreMisuse(`${collection}: a query names fields at the top level, of letters, digits and "_"`)
  }
}

function boundsOf(collection: string, field: string, condition: Condition): Bound[] {
  checkQueryField(collection, field)
  const path = `${collection}.${field}`
  if (isPlainObject(condition)) return rangeOf(path, field, condition)
  checkComparable(path, condition, ['string', 'number', 'boolean'])
  return [{ field, operator: 'eq', value: condition }]
}

function rangeOf(path: string, field: string, range: Exclude<Condition, string | number | boolean>): Bound[] {
  const bounds = Object.entries(range).map(([edge, value]): Bound => {
    if (!isEdge(edge)) throw new StoreMisuse(`${path}: a range is made of from, after, to and before`)
    checkComparable(path, value, ['string', 'number'])
    return { field, operator: operators[edge], value }
  })
  if (bounds.length === 0) throw new StoreMisuse(`${path}: a range has at least one end`)
  if ('from' in range && 'after' in range)
    throw new StoreMisuse(`${path}: a range starts from or after, not both`)
  if ('to' in range && 'before' in range)
    throw new StoreMisuse(`${path}: a range ends to or before, not both`)
  if (new Set(bounds.map((bound) => typeof bound.value)).size > 1) {
    throw new StoreMisuse(`${path}: a range is over values of one type, text with text or number with number`)
  }
  return bounds
}

function isEdge(edge: string): edge is Edge {
  return Object.hasOwn(operators, edge)
}

function checkComparable(path: string, value: unknown, types: readonly string[]): void {
  if (!types.includes(typeof value)) {
    throw new StoreMisuse(`${path}: a condition compares with ${types.join(' or ')}, not ${describe(value)}`)
  }
  if (typeof value === 'string') checkText(value, path)
  if (typeof value === 'number') checkNumber(value, path)
}
