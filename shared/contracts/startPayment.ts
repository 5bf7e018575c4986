import * as z from 'zod/mini'
import { contract } from './contract'
import { clientKey, coverageYear, fen, orderNumber, residentId, tableHash } from './fields'

/** What `wx.requestPayment` takes. */
export const paymentInvocation = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

/**
 * 去缴费: opens one payment for what is owed today. The sum is assessed on the server; `expectFen` is what the
 * page showed, so that a stale page is told (`priceChanged`, details.fen) instead of charging a surprise.
 * Details: mayNotEnroll.reasons · amountNotStated.ask · payElsewhere.channels · priceChanged.fen ·
 * orderExists.orderNumber where the open order is the caller's own.
 * Refusals about the order: `orderExists` somebody's unpaid order or payment holds this person and year ·
 * `keyReused` the key belongs to another request · `orderClosed` the key's order is closed, take a new key ·
 * `paymentsDown` WeChat gave no answer: ask again with the same key.
 */
export const StartPayment = contract({
  name: 'startPayment',
  request: z.object({
    residentId,
    coverageYear,
    key: clientKey,
    expectFen: fen,
    tableHash,
    otherCover: z.literal('none'),
  }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('wechat'), orderNumber, fen, invocation: paymentInvocation }),
    z.object({ kind: z.literal('alreadyPaid'), orderNumber }),
  ]),
  refusals: [
    'notFound',
    'noPolicy',
    'mayNotEnroll',
    'amountNotStated',
    'payElsewhere',
    'nothingDue',
    'priceChanged',
    'orderExists',
    'keyReused',
    'orderClosed',
    'paymentsDown',
  ],
})
