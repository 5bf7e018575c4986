/**
 * Keeps names and ID numbers unreadable at rest and still findable: sealing is reversible and different every
 * time, an index is one-way and the same every time. Both are keyed; `context` binds a sealed text to its place.
 *
 * A sealed text is an envelope (信封加密): its own data key, wrapped by a key-encryption key (主密钥), and the body under
 * that data key. It begins with the id of the key that wraps it, so that a store finds by range what is to be rewrapped.
 */
export interface Cipher {
  /** The id of the key-encryption key in use now. */
  readonly sealsWith: string
  seal(plain: string, context: string): string
  /** @throws where the text was altered, moved to another place, or its key is not known. */
  open(sealed: string, context: string): string
  /**
   * The same data key under the key in use now; the body is not touched. What is current comes back as it is.
   * @throws like `open`, but for an altered body, which it does not read.
   */
  rewrap(sealed: string, context: string): string
  /** The id of the key that wraps a sealed text; undefined for any other text. */
  wrappedWith(text: string): string | undefined
  /** A keyed one-way index, 64 hexadecimal characters. The same value gives different indexes for each purpose. */
  index(purpose: IndexPurpose, value: string): string
  /** An opaque random id. */
  randomId(): string
}

export type IndexPurpose =
  | 'idNumber'
  | 'name'
  | 'claim'
  | 'caller'
  | 'order'
  | 'limit'
  | 'child'
  | 'person'
  | 'proof'
  | 'certificate'
  | 'certificateToken'
  | 'complaint'
  | 'import'
  | 'form'
  | 'mapping'
  | 'receipt'
  | 'townDay'
  | 'depositVoucher'
  | 'household'
  | 'staffAccount'
  | 'correction'
  | 'likeness'
  | 'rosterName'
  | 'invitation'
  | 'taken'

/** The texts wrapped with one key, as a range of a query: they begin with `v2.<key id>.`, and `/` comes after `.`. */
export const wrappedRange = (keyId: string): { from: string; before: string } => ({
  from: `v2.${keyId}.`,
  before: `v2.${keyId}/`,
})
