/**
 * Keeps names and ID numbers unreadable at rest and still findable: sealing is reversible and different every
 * time, an index is one-way and the same every time. Both are keyed; `context` binds a sealed text to its place.
 */
export interface Cipher {
  seal(plain: string, context: string): string
  /** @throws where the text was altered, moved to another place, or its key is not known. */
  open(sealed: string, context: string): string
  /** A keyed one-way index, 64 hexadecimal characters. The same value gives different indexes for each purpose. */
  index(purpose: IndexPurpose, value: string): string
  /** An opaque random id. */
  randomId(): string
}

export type IndexPurpose = 'idNumber' | 'name' | 'claim' | 'caller' | 'order'
