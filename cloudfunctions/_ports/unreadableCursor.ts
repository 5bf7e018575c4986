/**
 * A cursor that no page gave out: it has travelled through a client, so whoever sent it is wrong, and nothing here is out of order.
 * The message names the collection, never the cursor.
 */
export class UnreadableCursor extends Error {
  override name = 'UnreadableCursor'
}
