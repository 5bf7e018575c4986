import { counterPaymentOf, type CounterPaymentFields } from '../../_counter/counterPaymentRecord'
import { reversalOfPayment, type ReversalFields } from '../../_counter/reversalRecord'
import { reversalStates } from '../../_counter/reversalStates'
import { isHeldByTown } from '../../_counter/counterChannels'
import { nothingBooked, type DaySum, type TownDayFields } from '../../_counter/townDayRecord'
import type { ClaimFields } from '../../_orders/orderRecord'
import { refundOf } from '../../_refunds/refundRecord'
import type { Stored } from '../../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { everyOne, violated, type Books } from './books'

/**
 * Counter payments stand beside the ledger: their money never was at WeChat. What must hold instead: each that stands enrolls one
 * person for its sum and is held by one claim, each that was reversed by two people goes on standing in the day it was booked in and
 * stands against itself in the day of the reversal, and the towns' days are the sums of theirs.
 */
export async function checkCounterPayments(books: Books): Promise<void> {
  const regions = new Map<string, string>()
  const sums = new Map<string, DaySum>()
  for await (const payment of everyOne<CounterPaymentFields>(books, 'counterPayments', 'enteredAt')) {
    if (payment.fields.state === 'reversed') await checkReversed(books, payment)
    // What went back later was taken all the same.
    if (payment.fields.state === 'entered' || payment.fields.state === 'refunded')
      addPayment(sums, payment.fields)
    if (payment.fields.state === 'refunded') await checkGivenBack(books, payment)
    if (payment.fields.state !== 'entered') continue
    regions.set(payment.id, payment.fields.region)
    if (!(await enrolls(books, payment)))
      violated(books, 'counterPaymentNotEnrolled', `counterPayments/${payment.id}`)
  }
  await checkHeld(books, regions)
  await checkReversals(books, sums)
  for await (const day of everyOne<TownDayFields>(books, 'townDays', 'date'))
    if (!equals(sums.get(keyOf(day.fields)), day.fields))
      violated(books, 'townDayDiffers', `townDays/${day.id}`)
}

const keyOf = ({ region, town, date }: { region: string; town: string; date: string }): string =>
  [region, town, date].join('/')

type Booked = Pick<CounterPaymentFields, 'region' | 'town' | 'bookedOn' | 'fen' | 'channel'>

const heldOf = ({ channel, fen }: Booked): number => (isHeldByTown(channel) ? fen : 0)

function addPayment(sums: Map<string, DaySum>, booked: Booked): void {
  const { region, town, bookedOn: date, fen } = booked
  if (town === null || date === null) return
  const key = keyOf({ region, town, date })
  const before = sums.get(key) ?? nothingBooked
  sums.set(key, {
    ...before,
    payments: before.payments + 1,
    fen: before.fen + fen,
    heldFen: before.heldFen + heldOf(booked),
  })
}

function addReversal(sums: Map<string, DaySum>, fields: ReversalFields): void {
  const { region, town, reversedOn: date, fen } = fields
  if (town === null || date === null) return
  const key = keyOf({ region, town, date })
  const before = sums.get(key) ?? nothingBooked
  sums.set(key, {
    ...before,
    reversals: before.reversals + 1,
    reversedFen: before.reversedFen + fen,
    reversedHeldFen: before.reversedHeldFen + heldOf(fields),
  })
}

const equals = (sum: DaySum = nothingBooked, day: TownDayFields): boolean =>
  (Object.keys(nothingBooked) as (keyof DaySum)[]).every((name) => sum[name] === day[name])

/** Two people, and a payment that is not, or no more, the one it reverses. */
async function checkReversals(books: Books, sums: Map<string, DaySum>): Promise<void> {
  for await (const { id, fields } of everyOne<ReversalFields>(books, 'counterReversals', 'askedAt')) {
    const document = `counterReversals/${id}`
    if (!reversalStates.includes(fields.state)) violated(books, 'unknownState', document)
    const payment = await counterPaymentOf(books.store, fields.paymentId)
    const isNamed = payment?.fields.reversal === id
    if (fields.state === 'asked' && !(isNamed && payment.fields.state === 'entered'))
      violated(books, 'reversalOfNoPayment', document)
    if (fields.state !== 'confirmed') continue
    addPayment(sums, fields)
    addReversal(sums, fields)
    if (fields.decidedBy === null || fields.decidedBy === fields.askedBy)
      violated(books, 'reversalByOnePerson', document)
    if (!payment || (isNamed && payment.fields.state !== 'reversed'))
      violated(books, 'reversalOfNoPayment', document)
  }
}

/** What stands no more after its day was added up was reversed for just this sum and person. */
async function checkReversed(books: Books, payment: Stored<CounterPaymentFields>): Promise<void> {
  const { id, fields } = payment
  const { state, paymentId, fen, residentId } = (await reversalOfPayment(books.store, payment))?.fields ?? {}
  if (state !== 'confirmed' || paymentId !== id || fen !== fields.fen || residentId !== fields.residentId)
    violated(books, 'reversedWithoutReversal', `counterPayments/${id}`)
}

/** What stands as given back went back by a refund that has arrived. */
async function checkGivenBack(books: Books, { id, fields }: Stored<CounterPaymentFields>): Promise<void> {
  const refund = fields.refundNumber === null ? undefined : await refundOf(books.store, fields.refundNumber)
  if (refund?.fields.state !== 'confirmed' || refund.fields.counterPayment !== id)
    violated(books, 'counterPaymentWithoutRefund', `counterPayments/${id}`)
}

async function enrolls(books: Books, { id, fields }: Stored<CounterPaymentFields>): Promise<boolean> {
  const enrollment = await books.store.get<EnrollmentFields>(
    'enrollments',
    yearId(fields.residentId, fields.coverageYear),
  )
  if (!enrollment || !stands(enrollment)) return false
  const { way, counterPayment, orderNumber, paidFen } = enrollment.fields
  return way === 'counter' && counterPayment === id && orderNumber === null && paidFen === fields.fen
}

async function checkHeld(books: Books, regions: ReadonlyMap<string, string>): Promise<void> {
  const free = new Set(regions.keys())
  for await (const { id, fields } of everyOne<ClaimFields>(books, 'claims', 'counterPayment')) {
    const payment = fields.counterPayment ?? ''
    // One that is held already is held twice.
    if (!free.delete(payment) || regions.get(payment) !== fields.enrolledIn)
      violated(books, 'claimOfNoCounterPayment', `claims/${id}`)
  }
  for (const payment of free) violated(books, 'counterPaymentNotHeld', `counterPayments/${payment}`)
}
