import { addDays, type CivilDay } from '../../../shared/rules/civilDay'
import { dayId } from '../../_days/dayRecord'
import { movedOn } from '../../_days/ledgerDay'
import type { OrderFields } from '../../_orders/orderRecord'
import { civilDayOf } from '../../_ports/clock'
import type { Stored } from '../../_ports/store'
import { refundOf, type Refund } from '../../_refunds/refundRecord'
import { sumOf, type EntryFields } from '../ledgerRecord'
import { everyOne, violated, type Books, type Rule } from './books'

type Entry = Stored<EntryFields>

/** Every entry sums to zero, belongs to its day and county, and tells of something that is there and says the same. */
export async function checkEntries(books: Books): Promise<void> {
  for await (const entry of everyOne<EntryFields>(books, 'ledger', 'recordedAt')) {
    const broken = (rule: Rule): void => violated(books, rule, `ledger/${entry.id}`)
    const { kind, region, day, at, orderNumber, postings } = entry.fields
    if (sumOf(postings) !== 0) broken('entryDoesNotBalance')
    if (day !== civilDayOf(at)) broken('entryOfAnotherDay')
    const order = await books.store.get<OrderFields>('orders', orderNumber)
    if ((order?.fields.region ?? null) !== region && (kind !== 'excess' || region !== null))
      broken('entryOfAnotherCounty')
    if (kind === 'pay') await checkPaid(books, entry, broken)
    else await checkRefund(books, entry, broken)
    tally(books, entry)
  }
}

async function checkPaid(books: Books, { fields }: Entry, broken: (rule: Rule) => void): Promise<void> {
  const id = `${books.merchantId}-${fields.transactionId}`
  const payment =
    (await books.store.get<{ fen: number }>('payments', id)) ??
    (await books.store.get<{ fen: number }>('quarantine', id))
  const fen = movedOn(fields.postings, 'wechat')
  if (!payment) broken('entryWithoutFact')
  else if (payment.fields.fen !== fen) broken('entrySumDiffers')

  const row = books.billed.payments.get(fields.transactionId)
  books.billed.payments.delete(fields.transactionId)
  if (row ? row.day !== fields.day : books.billed.days.has(fields.day)) broken('notInBill')
  else if (row && row.fen !== fen) broken('billSumDiffers')
}

async function checkRefund(books: Books, { fields }: Entry, broken: (rule: Rule) => void): Promise<void> {
  const { kind, day, refundNumber, postings } = fields
  const refund = await refundOf(books.store, refundNumber ?? '')
  if (kind !== 'excess') {
    const moved = movedOn(postings, 'toReturn')
    if (!refund || !(kind === 'owe' ? isApproved(refund) : isBack(refund))) broken('entryWithoutFact')
    else if (refund.fields.fen !== Math.abs(moved)) broken('entrySumDiffers')
  }
  const fen = -movedOn(postings, 'wechat')
  if (fen === 0) return
  const row = books.billed.refunds.get(refundNumber ?? '')
  books.billed.refunds.delete(refundNumber ?? '')
  if (row === undefined) {
    if (isAllBilled(books, refund, day)) broken('refundNotInBill')
  } else if (row !== fen) broken('billSumDiffers')
}

/** Past both offices, so that it is owed. Our own faults were never anybody's fee, and are owed from the payment on. */
export const isApproved = ({ fields: { cause, state } }: Refund): boolean =>
  cause === 'application' && !['requested', 'taxAccepted', 'rejected'].includes(state)

export const isBack = ({ fields: { state } }: Refund): boolean =>
  state === 'succeeded' || state === 'confirmed'

/** WeChat took it on some day from its beginning to its arrival; only where all their bills are here must one have it. */
function isAllBilled({ billed }: Books, refund: Refund | undefined, arrived: CivilDay): boolean {
  const begun = refund ? civilDayOf(refund.fields.requestedAt) : arrived
  for (let day = begun; day <= arrived; day = addDays(day, 1)) if (!billed.days.has(day)) return false
  return refund !== undefined
}

function tally({ days }: Books, { fields: { region, day, recordedAt, postings } }: Entry): void {
  if (region === null) return
  const known = days.get(dayId(region, day)) ?? { people: 0, fen: 0, recordedAt }
  const people = postings.filter(({ account }) => account === 'contributions').length
  days.set(dayId(region, day), {
    people: known.people + people,
    fen: known.fen - movedOn(postings, 'contributions'),
    recordedAt,
  })
}
