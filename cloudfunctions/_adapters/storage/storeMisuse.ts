/**
 * A call that the storage port forbids: always a bug of the caller. The message names the collection and the
 * field, never a value, since values are people's names and numbers.
 */
export class StoreMisuse extends Error {
  override name = 'StoreMisuse'
}
