import * as z from 'zod/mini'
import { contract } from './contract'
import {
  citedNotice,
  civilDay,
  clauses,
  coverageYear,
  fen,
  instant,
  maskedId,
  orderNumber,
  place,
  residentId,
} from './fields'
import { refundRules, refundShown } from './refund'

/** 凭证: what was paid, for whom, and how far the money is. It can be opened again for ever. */
export const Receipt = contract({
  name: 'receipt',
  request: z.object({ orderNumber }),
  reply: z.object({
    number: orderNumber,
    people: z.array(
      z.object({
        residentId,
        name: z.string(),
        maskedId,
        fen,
        /** As frozen when the order was made. A text that can be read two ways keeps both; none means not stated. */
        coverageFrom: z.array(civilDay),
        coverageTo: z.array(civilDay),
        refund: z.nullable(refundShown),
      }),
    ),
    place,
    coverageYear,
    fen,
    paidAt: instant,
    /** 税务已收 → 医保到账. The day's push moves the second one. */
    status: z.object({
      tax: z.enum(['received']),
      bureau: z.enum(['awaiting', 'arrived']),
      asOf: instant,
    }),
    /** What the notice says about giving the money back. */
    refunds: refundRules,
    /** Of those the caller may know why. */
    clauses,
    notices: z.array(citedNotice),
  }),
  refusals: ['notFound', 'notPaid'],
})
