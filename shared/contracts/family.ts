import * as z from 'zod/mini'
import { contract } from './contract'
import { civilDay, coverageYear, fen, orderNumber, place } from './fields'
import { member } from './identify'

/**
 * Where one member stands in the coverage year that home shows: `toPay` here · `unpaidOrder` begun and not paid ·
 * `confirming` · `enrolled` · `paidOnBehalf` the county pays · `payElsewhere` at an official channel ·
 * `awaitingTax` the resident says they paid there · `cannotEnroll` · `undecided` a fact, a proof or the notice is missing.
 * A proxy hears `cannotEnroll` for `paidOnBehalf` as well.
 */
const standing = z.enum([
  'toPay',
  'unpaidOrder',
  'confirming',
  'enrolled',
  'paidOnBehalf',
  'payElsewhere',
  'awaitingTax',
  'cannotEnroll',
  'undecided',
])
export type Standing = z.infer<typeof standing>

/** What the card on home says. A sum or a day that is not stated is null, never 0. */
const memberCard = z.object({
  coverageYear,
  standing,
  /** What is paid now, fen; null while the notice or a missing fact leaves it open. */
  dueFen: z.nullable(fen),
  /** The last day to pay. */
  deadline: z.nullable(civilDay),
  /** What was paid, once enrolled. */
  paidFen: z.nullable(fen),
  coverageFrom: z.nullable(civilDay),
  reasons: z.array(z.string()),
  order: z.optional(orderNumber),
})
export type MemberCard = z.infer<typeof memberCard>

/** 家人: everybody the caller has identified, each with the card for the current coverage year. */
export const Family = contract({
  name: 'family',
  request: z.object({}),
  reply: z.object({
    today: civilDay,
    members: z.array(
      z.extend(member, {
        place,
        /** Null where there is no table for this place. */
        card: z.nullable(memberCard),
      }),
    ),
  }),
  refusals: [],
})
