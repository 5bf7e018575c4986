import type { Query, Stored } from '../../_ports/store'
import { UnreadableCursor } from '../../_ports/unreadableCursor'

/** Where a page ended: the sort value of its last document, and its id for ties. */
export interface Position {
  value: string | number
  id: string
}

export function writeCursor(last: Stored, sort: Query['sort']): string {
  return Buffer.from(JSON.stringify([last.fields[sort.field], last.id])).toString('base64url')
}

/** Cursors travel through clients, so what comes back is believed only if it has the form we gave it. */
export function readCursor(collection: string, cursor: string): Position {
  const [value, id] = partsOf(cursor)
  const ordered = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
  if (!ordered || typeof id !== 'string')
    throw new UnreadableCursor(`${collection}: a cursor comes from the page before`)
  return { value, id }
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) && parts.length === 2 ? parts : []
  } catch {
    return []
  }
}
