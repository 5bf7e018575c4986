/** 日结, as the offices see it. */
import * as z from 'zod/mini'
import { civilDay, clauses, fen, instant } from './fields'

/**
 * `open` the day is not over · `cut` it waits for WeChat's bill · `billLoaded` the bill is here · `matched` · `differs` ·
 * `pushed` the collection detail was sent · `confirmed` every department has it.
 */
export const dayStage = z.enum(['open', 'cut', 'billLoaded', 'matched', 'differs', 'pushed', 'confirmed'])
export type DayStage = z.infer<typeof dayStage>

export const dayLine = z.object({
  date: civilDay,
  stage: dayStage,
  /** Whether ledger and bill were the same at the last look. */
  reconciled: z.boolean(),
  /** Differences that stand open. */
  differences: z.int(),
  /** What the latest version sent comes to; null while none was sent. */
  sent: z.nullable(z.object({ payments: z.int(), fen, at: instant })),
  /** By when the departments must have it. */
  dueBy: instant,
})
export type DayLine = z.infer<typeof dayLine>

const differenceKind = z.enum([
  'paymentUnknownHere',
  'paymentUnknownThere',
  'amountDiffers',
  'refundDiffers',
  'billNotTrusted',
])
export type DifferenceShown = z.infer<typeof differenceShown>

/** 差异: what ledger and bill say differently. */
export const differenceShown = z.object({
  kind: differenceKind,
  number: z.string(),
  hereFen: z.nullable(z.int()),
  thereFen: z.nullable(z.int()),
  foundAt: instant,
  /** Null while it stands open. */
  mendedAt: z.nullable(instant),
})

/** One version of the collection detail, and who has it. */
export const pushShown = z.object({
  version: z.int(),
  payments: z.int(),
  fen,
  reconciled: z.boolean(),
  madeAt: instant,
  inTime: z.boolean(),
  departments: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['pending', 'received', 'refused']),
      at: z.nullable(instant),
    }),
  ),
})
export type PushShown = z.infer<typeof pushShown>

/** What a day comes to in the ledger, fen. */
export const daySums = z.object({
  payments: z.int(),
  paidFen: fen,
  /** Of it, fees of people enrolled by them. */
  feesFen: z.int(),
  /** Approved to go back on this day. */
  owedFen: z.int(),
  /** Gone back on this day. */
  backFen: z.int(),
  /** Not what was asked for: a person decides. */
  suspenseFen: z.int(),
})
export type DaySums = z.infer<typeof daySums>

/** By when the day's detail is due, and who says so: without clauses it is this service's usual time. */
export const dayDue = z.object({ by: instant, clauses })
