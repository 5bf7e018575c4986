import * as z from 'zod/mini'
import { contract } from './contract'
import { clientKey, coverageYear, fen, orderNumber, residentId, tableHash } from './fields'

/** What `wx.requestPayment` takes. */
const paymentInvocation = z.object({
  timeStamp: z.string(),
  nonceStr: z.string(),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
})

/** As many as a household has; a payment that fails then fails for few. */
export const mostPeople = 8

/** Something to pay with, or the news that it is paid. */
export const payable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wechat'), orderNumber, fen, invocation: paymentInvocation }),
  z.object({ kind: z.literal('alreadyPaid'), orderNumber }),
])

/**
 * 去缴费: opens one payment for what one or several people of one place owe today. Every sum is assessed on the server;
 * `expectFen` is what the page showed for each, so that a stale page is told (`priceChanged`) instead of charging a
 * surprise. All of them are paid for, or none.
 * Details: mayNotEnroll.reasons · amountNotStated.ask · payElsewhere.channels · priceChanged.fen ·
 * orderExists.orderNumber where the open order is the caller's own; each with the `residentId` it is about.
 * A proxy hears `mayNotEnroll` for `amountNotStated` and `nothingDue` too, with no reason that is the person's.
 * `severalPlaces` one payment is for one place · `orderExists` somebody's unpaid order holds one of the people ·
 * `keyReused` the key belongs to another request · `orderClosed` the key's order is closed, take a new key ·
 * `dayEnding` the rules change at midnight, which is less than a minute away · `paymentsDown` WeChat gave no answer: ask
 * again with the same key.
 */
export const StartPayment = contract({
  name: 'startPayment',
  request: z.object({
    people: z
      .array(z.object({ residentId, expectFen: fen }))
      .check(z.minLength(1), z.maxLength(mostPeople), z.refine(eachOnce)),
    coverageYear,
    key: clientKey,
    tableHash,
    otherCover: z.literal('none'),
  }),
  reply: payable,
  refusals: [
    'notFound',
    'noPolicy',
    'severalPlaces',
    'mayNotEnroll',
    'amountNotStated',
    'payElsewhere',
    'nothingDue',
    'priceChanged',
    'orderExists',
    'keyReused',
    'orderClosed',
    'dayEnding',
    'paymentsDown',
  ],
})

function eachOnce(people: readonly { residentId: string }[]): boolean {
  return new Set(people.map((person) => person.residentId)).size === people.length
}
