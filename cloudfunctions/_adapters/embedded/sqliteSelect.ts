import { checkQueryField, type Bound, type Selection } from '../storage/selection'

/** Values bind as text only: libsql aborts the process on a boolean and rounds some doubles on their way in. */
interface Sql {
  sql: string
  values: (string | number)[]
}

const comparisons = { eq: '=', gte: '>=', gt: '>', lte: '<=', lt: '<' } as const

/** The table of a collection. The prefix keeps clear of SQLite's own names. */
export function tableOf(collection: string): string {
  return `"documents ${collection}"`
}

/** The index for a list of fields. Its expressions are those of `selectStatement` to the letter, or it would not be used. */
export function indexStatement(collection: string, fields: readonly string[]): string {
  for (const field of fields) checkQueryField(collection, field)
  const columns = [...fields.map(valueOf), 'id'].join(', ')
  return `CREATE INDEX IF NOT EXISTS "${collection} by ${fields.join(', ')}" ON ${tableOf(collection)} (${columns})`
}

/** The query for one page. */
export function selectStatement(collection: string, { bounds, sort, after, limit }: Selection): Sql {
  const rows = (conditions: readonly Sql[], order: readonly string[]): Sql => ({
    sql:
      `SELECT id, revision, body FROM ${tableOf(collection)} ` +
      `WHERE ${[isOrdered, ...conditions].map((condition) => condition.sql).join(' AND ')} ` +
      `ORDER BY ${order.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    values: [...conditions.flatMap((condition) => condition.values), limit],
  })
  const direction = sort.order === 'ascending' ? 'ASC' : 'DESC'
  const beyond = sort.order === 'ascending' ? '>' : '<'
  const isOrdered: Sql = { sql: `${typeOf(sort.field)} IN ('text', 'integer', 'real')`, values: [] }
  const conditions = bounds.map((bound) => conditionOf(bound))
  const further: Sql[] = after ? [{ sql: `id ${beyond} ?`, values: [after.id] }] : []

  // Where one value of the sort field is asked for, ids alone give the order: with the field in it SQLite sorts what is left of
  // the collection for every page, instead of walking its index once.
  const isPinned = bounds.some(({ field, operator }) => field === sort.field && operator === 'eq')
  if (isPinned) return rows([...conditions, ...further], ['id'])
  if (!after) return rows(conditions, [valueOf(sort.field), 'id'])

  // First the ties of the last document, then what is beyond. `(field, id) > (?, ?)` would say it in one, but SQLite does not look
  // a row value up in an index on expressions: every page would walk the collection from its beginning.
  const { sql, value } = operandOf(after.value)
  const at = (comparison: string): Sql => ({
    sql: `${valueOf(sort.field)} ${comparison} ${sql}`,
    values: [value],
  })
  const ties = rows([...conditions, at('='), ...further], ['id'])
  const rest = rows(
    [...bounds.map((bound) => conditionOf(bound, isOnThisSide(bound, sort) ? '+' : '')), at(beyond)],
    [valueOf(sort.field), 'id'],
  )
  return {
    sql: `SELECT * FROM (${ties.sql}) UNION ALL SELECT * FROM (${rest.sql}) LIMIT ?`,
    values: [...ties.values, ...rest.values, limit],
  }
}

/** Whether every document beyond the cursor keeps to the bound, so that looking it up would begin too early. */
function isOnThisSide({ field, operator }: Bound, sort: Selection['sort']): boolean {
  const sides = sort.order === 'ascending' ? ['gte', 'gt'] : ['lte', 'lt']
  return field === sort.field && sides.includes(operator)
}

/**
 * SQLite alone would let text rank above every number, true equal 1, and a list equal its own JSON text:
 * the type in the JSON decides first. A `+` before the field keeps SQLite from looking it up in an index.
 */
function conditionOf({ field, operator, value }: Bound, before: '' | '+' = ''): Sql {
  if (typeof value === 'boolean') {
    return { sql: `${valueOf(field)} = ${value ? 1 : 0} AND ${typeOf(field)} = '${value}'`, values: [] }
  }
  const types = typeof value === 'string' ? `= 'text'` : `IN ('integer', 'real')`
  const operand = operandOf(value)
  return {
    sql: `${before}${valueOf(field)} ${comparisons[operator]} ${operand.sql} AND ${typeOf(field)} ${types}`,
    values: [operand.value],
  }
}

/** A number takes the same way in as the stored ones: SQLite's reading of JSON differs from V8's in the last bit. */
function operandOf(value: string | number): { sql: string; value: string } {
  return typeof value === 'string'
    ? { sql: '?', value }
    : { sql: `json_extract(?, '$')`, value: JSON.stringify(value) }
}

function valueOf(field: string): string {
  return `json_extract(body, '$.${field}')`
}

function typeOf(field: string): string {
  return `json_type(body, '$.${field}')`
}
