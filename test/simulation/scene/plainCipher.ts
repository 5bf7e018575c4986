import type { Cipher, IndexPurpose } from '../../../cloudfunctions/_ports/cipher'

const indexes = new Map<string, string>()

/** A keyed index without a key: 64 hexadecimal characters, the same every time; kept, because values come again. */
function indexOf(purpose: IndexPurpose, value: string): string {
  const text = `${purpose}\n${value}`
  let index = indexes.get(text)
  if (index === undefined) {
    index = Array.from({ length: 8 }, (_, part) => hash(text, part)).join('')
    if (indexes.size > 100_000) indexes.clear()
    indexes.set(text, index)
  }
  return index
}

/** FNV-1a with a seed, mixed at the end. */
function hash(text: string, seed: number): string {
  let state = Math.imul(seed + 1, 0x9e3779b1) ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  state = Math.imul(state ^ (state >>> 15), 0x85ebca6b)
  state ^= state >>> 13
  return (state >>> 0).toString(16).padStart(8, '0')
}

/** The cipher port without cryptography: what is sealed can be read, and still only at its own place. */
export function plainCipher(randomId: () => string): Cipher {
  return {
    sealsWith: 'plain',
    rewrap: (sealed) => sealed,
    wrappedWith: () => undefined,
    seal: (plain, context) => `${context}|${plain}`,
    open(sealed, context) {
      if (!sealed.startsWith(`${context}|`)) throw new RangeError('sealed for another place')
      return sealed.slice(context.length + 1)
    },
    index: indexOf,
    randomId,
  }
}
