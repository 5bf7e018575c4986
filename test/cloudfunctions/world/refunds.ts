import type { EntryFields, Posting } from '../../../cloudfunctions/_ledger/ledgerRecord'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import type { RefundFields } from '../../../cloudfunctions/_refunds/refundRecord'
import { receiveNotification } from '../../../cloudfunctions/payment-notify/receiveNotification'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import type { Outcome } from '../../../shared/contracts/contract'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import { RequestRefundAtCounter } from '../../../shared/contracts/requestRefundAtCounter'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import type { RefundReason } from '../../../shared/contracts/refund'
import { RequestRefund } from '../../../shared/contracts/requestRefund'
import { newKey, opened, payer, payerOf } from './payer'
import { replyOf, type World } from './startWorld'

type Payer = Awaited<ReturnType<typeof payer>>

/** Somebody who has paid, and what they may ask about it. */
export async function paid(world: World, openId: string, known: Partial<RosterPerson> = {}) {
  return paidBy(world, await payer(world, openId, { region: 'lakeside', ...known }))
}

export async function paidBy(world: World, one: Payer) {
  const { orderNumber, prepayId } = opened(await one.start({ key: newKey() }))
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  await receiveNotification(world.simulator.callbackOf(orderNumber), world.service)
  const request = (reason: RefundReason = 'duplicate'): Promise<Outcome<typeof RequestRefund>> =>
    one.ask(RequestRefund, { orderNumber, residentId: one.residentId, reason })
  return { ...one, orderNumber, requestRefund: request }
}

/** Somebody whose money was paid for nothing, by our own fault: it goes back by itself. */
export async function paidTwice(world: World, openId: string) {
  const one = await payer(world, openId, { region: 'lakeside' })
  const { orderNumber, prepayId } = opened(await one.start())
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  const other = { residentId: one.residentId, paidFen: 40000, orderNumber: null, withdrawnAt: null }
  await world.store.insert('enrollments', `${one.residentId}-2031`, other)
  await receiveNotification(world.simulator.callbackOf(orderNumber), world.service)
  return { ...one, orderNumber, refundNumber: `${orderNumber}-0-1` }
}

/** One refund that the bureau has approved, to go back this way. */
export async function approved(world: World, openId: string, way: 'wechat' | 'transfer') {
  const one = await paid(world, openId)
  const { number: refundNumber } = replyOf(await one.requestRefund()).refund
  replyOf(await (await world.staff('tax'))(AcceptRefund, { refundNumber }))
  replyOf(await (await world.staff('bureau'))(ApproveRefund, { refundNumber, way }))
  return { ...one, refundNumber }
}

/** What was paid at a counter of lakeside, all the way back: its refund's number. */
export async function backByTransfer(world: World, paymentId: string): Promise<string> {
  const bureau = await world.staff('bureau')
  const asked = await bureau(RequestRefundAtCounter, { paymentId, reason: 'duplicate' })
  const { number: refundNumber } = replyOf(asked).refund
  replyOf(await (await world.staff('tax'))(AcceptRefund, { refundNumber }))
  replyOf(await (await world.staff('bureau'))(ApproveRefund, { refundNumber, way: 'transfer' }))
  replyOf(await (await world.staff('finance'))(TransferRefund, { refundNumber, voucher: 'PZ-0009' }))
  replyOf(await (await world.staff('finance'))(ConfirmTransfer, { refundNumber }))
  return refundNumber
}

export { payerOf }

export async function all<F extends Fields>(world: World, collection: string, sort: string) {
  const page = await world.store.find<F>(collection, {
    where: {},
    sort: { field: sort, order: 'ascending' },
    limit: 500,
  })
  return page.documents
}

export const refundNow = async (world: World, refundNumber: string): Promise<RefundFields> => {
  const stored = await world.store.get<RefundFields>('refunds', refundNumber)
  if (!stored) throw new Error(`no refund ${refundNumber}`)
  return stored.fields
}

export const orderNow = async (world: World, orderNumber: string): Promise<OrderFields> => {
  const stored = await world.store.get<OrderFields>('orders', orderNumber)
  if (!stored) throw new Error(`no order ${orderNumber}`)
  return stored.fields
}

/** What each account of the ledger holds; every entry must sum to zero. */
export async function balances(world: World): Promise<Partial<Record<Posting['account'], number>>> {
  const held: Partial<Record<Posting['account'], number>> = {}
  for (const { id, fields } of await all<EntryFields>(world, 'ledger', 'at')) {
    const sum = fields.postings.reduce((total, { fen }) => total + fen, 0)
    if (sum !== 0) throw new Error(`${id} sums to ${sum}`)
    for (const { account, fen } of fields.postings) held[account] = (held[account] ?? 0) + fen
  }
  return held
}
