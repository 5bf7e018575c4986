/** Sound books are sound; and whatever is done to a copy of them is named, by rule and document. */
import { plants } from './plants'
import { soundBooks, verified, type SoundBooks } from './soundBooks'
import { copyAs } from './spoil'

let books: SoundBooks
beforeAll(async () => {
  books = await soundBooks()
})

test('a day with everything on it that can happen to an order is sound', async () => {
  const { violations, stuck, counts } = await verified(books)
  expect(violations).toEqual([])
  expect(stuck).toEqual([])
  expect(counts).toMatchObject({ orders: 6, payments: 4, refunds: 4, ledger: 8, bills: 1 })
})

test.each(plants)('%s is named (%#)', async (rule, spoil, collection, id) => {
  const { violations } = await verified(books, (database) => spoil(database, books))
  expect(violations).toContainEqual({ rule, document: `${collection}/${id(books)}` })
})

test('every rule is tried', () => {
  expect(new Set(plants.map(([rule]) => rule)).size).toBe(42)
})

test('an order nobody follows is stuck, and no violation', async () => {
  const { violations, stuck } = await verified(books, undefined, '2030-11-21T04:00:00.000Z')
  expect(violations).toEqual([])
  expect(stuck).toEqual([books.open])
})

test('a person and year of two counties is one person: the claim has no county in it', async () => {
  const copy = copyAs(
    'orders',
    ({ standing }) => standing,
    () => 'ZELSEWHERE',
    { region: 'brooktown' },
  )
  const { violations } = await verified(books, (database) => copy(database, books))
  expect(violations.map(({ rule }) => rule)).toContain('personPaidTwice')
})
