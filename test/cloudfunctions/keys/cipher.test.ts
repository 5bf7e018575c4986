import fc from 'fast-check'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import {
  decrypt,
  encrypt,
  readEnvelope,
  writeEnvelope,
} from '../../../cloudfunctions/_adapters/keys/envelope'
import { newKeyId, newRing, withNewKey, withoutKey } from '../../../cloudfunctions/_adapters/keys/keyRing'
import { wrappedRange } from '../../../cloudfunctions/_ports/cipher'

const ring = newRing('k1')
const both = { ...withNewKey(ring, 'k2'), sealWith: 'k2' }
const before = createCipher(ring)
const after = createCipher(both)
const alone = createCipher(withoutKey(both, 'k1'))

const text = fc.string({ unit: 'binary' })
const context = fc.string({ minLength: 1 })
const mixed = (one: string, other: string, part: number): string =>
  one
    .split('.')
    .map((each, i) => (i === part ? other.split('.')[i] : each))
    .join('.')

test('what is sealed opens in its place, twice the same is two texts, and nothing of it can be read', () => {
  fc.assert(
    fc.property(text, context, (plain, place) => {
      const sealed = before.seal(plain, place)
      expect(before.open(sealed, place)).toBe(plain)
      expect(before.seal(plain, place)).not.toBe(sealed)
      expect(sealed).toMatch(/^v2\.k1\.[\w-]{80}\.[\w-]{16}\.[\w-]+$/)
    }),
  )
  expect(before.seal('11010519491231002X', 'p')).not.toContain(Buffer.from('110105').toString('base64url'))
})

test('in another place it neither opens nor is rewrapped', () => {
  fc.assert(
    fc.property(text, context, context, (plain, place, other) => {
      fc.pre(place !== other)
      const sealed = before.seal(plain, place)
      expect(() => before.open(sealed, other)).toThrow()
      expect(() => after.rewrap(sealed, other)).toThrow()
    }),
  )
})

test('no part of one text works in another, be they sealed for one place', () => {
  const [one, other] = [before.seal('甲', 'p'), before.seal('甲', 'p')]
  for (const part of [2, 3, 4]) expect(() => before.open(mixed(one, other, part), 'p')).toThrow()
  expect(() => after.open(mixed(one, after.rewrap(one, 'p'), 2), 'p')).toThrow()
  expect(() => after.open(mixed(one, after.rewrap(one, 'p'), 1), 'p')).toThrow()
})

test('the body is bound to its place by itself: a key wrapped for another place does not carry it there', () => {
  const key = Buffer.from(ring.sealing.k1 ?? '', 'base64')
  const envelope = readEnvelope(before.seal('甲', 'p'))
  const [nonce, wrapped] = [envelope.wrapped.subarray(0, 12), envelope.wrapped.subarray(12)]
  const wrappedFor = (place: string) => {
    const dataKey = decrypt(key, nonce, 'v2.key.k1.p', wrapped)
    return Buffer.concat([nonce, encrypt(key, nonce, `v2.key.k1.${place}`, dataKey)])
  }
  expect(before.open(writeEnvelope({ ...envelope, wrapped: wrappedFor('p') }), 'p')).toBe('甲')
  expect(() => before.open(writeEnvelope({ ...envelope, wrapped: wrappedFor('q') }), 'q')).toThrow()
})

test('every altered character is noticed, also where base64 leaves bits over', () => {
  for (const plain of ['甲', '甲乙', 'a', 'ab', '']) {
    const sealed = before.seal(plain, 'p')
    for (let at = 0; at < sealed.length; at += 1)
      for (const character of ['A', 'B', '_', '=', '.', ' ']) {
        if (sealed[at] === character) continue
        expect(() => before.open(sealed.slice(0, at) + character + sealed.slice(at + 1), 'p')).toThrow()
      }
    for (const altered of [`${sealed}A`, `${sealed}.A`, ` ${sealed}`, sealed.slice(0, -1)])
      expect(() => before.open(altered, 'p')).toThrow()
  }
})

test('rewrapping leaves nonce and body as they are; then the old key may go', () => {
  fc.assert(
    fc.property(text, context, (plain, place) => {
      const sealed = before.seal(plain, place)
      const wrapped = after.rewrap(sealed, place)
      expect(wrapped.split('.').slice(3)).toEqual(sealed.split('.').slice(3))
      expect(after.wrappedWith(wrapped)).toBe('k2')
      expect(alone.open(wrapped, place)).toBe(plain)
      expect(() => alone.open(sealed, place)).toThrow('not known')
      expect(after.open(sealed, place)).toBe(plain)
    }),
  )
})

test('what is current comes back as it is, but only where it belongs', () => {
  const sealed = after.seal('甲', 'p')
  expect(after.rewrap(sealed, 'p')).toBe(sealed)
  expect(() => after.rewrap(sealed, 'q')).toThrow()
})

test.each(['', 'v1.k1.AAAAAAAAAAAAAAAA.AAAA', 'v2.k1', 'a name', 'v2.__proto__.a.b.c'])(
  '%j is no sealed text',
  (other) => {
    expect(before.wrappedWith(other)).toBeUndefined()
    expect(() => before.open(other, 'p')).toThrow(RangeError)
    expect(() => before.rewrap(other, 'p')).toThrow(RangeError)
  },
)

test('the range of a key holds its texts and no others, whatever the keys are called', () => {
  for (const id of ['k1', 'k', 'k1-2', 'k10', 'K1', '_', 'zz']) {
    const cipher = createCipher(newRing(id))
    const { from, before: end } = wrappedRange('k1')
    const sealed = Buffer.from(cipher.seal('甲', 'p'))
    const within =
      Buffer.compare(sealed, Buffer.from(from)) >= 0 && Buffer.compare(sealed, Buffer.from(end)) < 0
    expect([id, within]).toEqual([id, id === 'k1'])
  }
})

test('a ring that cannot work is refused at once, and the key that seals never leaves it', () => {
  expect(() => createCipher({ ...ring, sealWith: 'k9' })).toThrow(RangeError)
  expect(() => createCipher({ ...ring, indexing: 'short' })).toThrow(RangeError)
  expect(() => createCipher({ ...ring, sealWith: 'k.1', sealing: { 'k.1': ring.indexing } })).toThrow(
    RangeError,
  )
  expect(() => withoutKey(ring, 'k1')).toThrow(RangeError)
})

test('two keys of one day have two names', () => {
  const first = newKeyId(ring, '2030-11-20')
  expect(first).toBe('k20301120')
  expect(newKeyId(withNewKey(ring, first), '2030-11-20')).toBe('k20301120-2')
})

test('an index is the same with every key that seals', () => {
  expect(after.index('idNumber', '7')).toBe(before.index('idNumber', '7'))
  expect(after.index('name', '7')).not.toBe(after.index('idNumber', '7'))
})
