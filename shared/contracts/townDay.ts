/** 日清月结: what both sides know of one town's day of counter payments. */
import * as z from 'zod/mini'
import { fen, instant } from './fields'
import { realDay } from './counter'

/** `open` takes entries · `closed` (结账) one person has added it up · `confirmed` (复核) another has found it right. */
export const townDayState = z.enum(['open', 'closed', 'confirmed'])
export type TownDayState = z.infer<typeof townDayState>

/** Why the money deposited is not the money taken: 次日缴存 · 少收 · 多收 · 其他. */
export const depositDifference = z.enum(['depositedLater', 'short', 'over', 'other'])
export type DepositDifference = z.infer<typeof depositDifference>

/** 缴存凭证号, as printed. */
export const depositVoucher = z
  .string()
  .check(z.trim(), z.normalize('NFKC'), z.toUpperCase(), z.regex(/^[A-Z0-9-]{4,32}$/))

export const townDayLine = z.object({
  date: realDay,
  state: townDayState,
  payments: z.int(),
  fen,
  /** Of that, what passed through the town's own hands. */
  heldFen: fen,
  depositedFen: fen,
  /** Why the two differ; null where they do not, or nobody has said. */
  difference: z.nullable(depositDifference),
  /** As colleagues know them, and when. */
  closed: z.nullable(z.object({ by: z.string(), at: instant })),
  confirmed: z.nullable(z.object({ by: z.string(), at: instant })),
})
export type TownDayLine = z.infer<typeof townDayLine>
