import * as z from 'zod/mini'
import { contract } from './contract'
import { dispute, recordedCover } from './disputeEnrollment'
import { owing } from './owing'
import {
  assessment,
  citedNotice,
  civilDay,
  coverageYear,
  maskedId,
  orderNumber,
  orderState,
  otherCover,
  place,
  relation,
  residentId,
  tableHash,
} from './fields'

/**
 * 要付多少: what one resident owes for one coverage year, today; for the person and a child's guardian also why.
 * `notFound` covers people of other families; `noPolicy` a year without a table, never answered from another one.
 */
export const WhatIOwe = contract({
  name: 'whatIOwe',
  request: z.object({
    residentId,
    coverageYear,
    /** What the resident says of themselves; a roster that knows better wins. */
    answers: z.optional(z.object({ otherCover: z.optional(otherCover) })),
  }),
  reply: z.object({
    owing,
    /** The whole answer with reasons, identities and clauses; null where the caller may not know them. */
    assessment: z.nullable(assessment),
    today: civilDay,
    coverageYear,
    /** For display only: what the roster says, by the vocabulary's codes. */
    person: z.object({
      name: z.string(),
      maskedId,
      relation,
      knowsWhy: z.boolean(),
      residence: z.nullable(z.string()),
      identities: z.nullable(z.array(z.string())),
      otherCover: z.nullable(otherCover),
    }),
    place,
    notices: z.array(citedNotice),
    tableHash,
    /** This caller's order for the year, while it is unpaid or once it is paid. */
    order: z.optional(z.object({ orderNumber, state: orderState })),
    /** Other cover that a record shows; it stops whatever is answered, and can be disputed. */
    recorded: z.optional(recordedCover),
    /** What the resident has said against that record. */
    dispute: z.optional(dispute),
    /** The resident says the fee was paid at an official channel. */
    awaitingTax: z.boolean(),
  }),
  refusals: ['notFound', 'noPolicy'],
})
