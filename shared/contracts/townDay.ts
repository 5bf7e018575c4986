/** 日清月结: what both sides know of one town's day of counter payments. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { counterPaymentShown } from './counter'
import { reversalShown } from './counterReversals'
import { civilDay, fen, instant } from './fields'

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

const townDayLine = z.object({
  date: civilDay,
  state: townDayState,
  payments: z.int(),
  fen,
  /** Of that, what passed through the town's own hands. */
  heldFen: fen,
  /** Reversals of this day (冲销, of payments of days before), what they come to, and the part that the town's hands were to hold. */
  reversals: z.int(),
  reversedFen: fen,
  reversedHeldFen: fen,
  depositedFen: fen,
  /** Why the two differ; null where they do not, or nobody has said. */
  difference: z.nullable(depositDifference),
  /** As colleagues know them, null where it was the bureau; and when. */
  closed: z.nullable(z.object({ by: z.nullable(z.string()), at: instant })),
  confirmed: z.nullable(z.object({ by: z.nullable(z.string()), at: instant })),
})
export type TownDayLine = z.infer<typeof townDayLine>

const town = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
/** `YYYY-MM`. */
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

/** A town's day: of a clerk, always their own town's, whatever is asked. */
const whichDay = { town: z.nullable(town), date: civilDay }

/** 月览: a town's days that have anything in them, and the towns there are, in the order of the notice's table, or of the records where it lists none. */
export const TownMonth = staffContract({
  name: 'townMonth',
  request: z.object({ town: z.nullable(town), month }),
  reply: z.object({
    town: z.nullable(z.string()),
    towns: z.array(z.string()),
    days: z.array(townDayLine),
    today: civilDay,
  }),
  refusals: [],
})

const share = { payments: z.int(), fen }

/** 一天的账: what was taken, by channel and by clerk, what was deposited, and what may be done with it now. */
export const TownDayAccount = staffContract({
  name: 'townDayAccount',
  request: z.object(whichDay),
  reply: z.object({
    town: z.string(),
    line: townDayLine,
    byChannel: z.array(z.object({ channel: z.string(), held: z.boolean(), ...share })),
    byClerk: z.array(z.object({ clerk: z.nullable(z.string()), ...share })),
    deposits: z.array(z.object({ voucher: z.string(), fen, at: instant })),
    /** The day's payments in the order in which they were entered; what was withdrawn or reversed is not among them. */
    payments: z.array(counterPaymentShown),
    /** What stood in this day and was reversed in another; it is in the day's sums all the same. */
    reversedSince: z.array(reversalShown),
    /** The reversals of this day. */
    reversals: z.array(reversalShown),
    may: z.object({ deposit: z.boolean(), close: z.boolean(), confirm: z.boolean() }),
  }),
  refusals: ['notFound'],
})

/** 没结的: days of the caller's scope that wait for closing (before today) or for a second person, the oldest first. */
export const TownDaysWaiting = staffContract({
  name: 'townDaysWaiting',
  request: z.object({}),
  reply: z.object({
    toClose: z.array(z.object({ town: z.string(), date: civilDay })),
    toConfirm: z.array(z.object({ town: z.string(), date: civilDay })),
    /** How many reversals somebody else has asked for. */
    reversals: z.int(),
  }),
  refusals: [],
})

const moved = z.object({ town: z.string(), line: townDayLine })

/**
 * 缴存: money of a day that is open was brought to the bank. `voucherUsed` noted already, for another sum · `voucherOfOtherDay` noted already,
 * in another day (`date`).
 */
export const DepositTownMoney = staffContract({
  name: 'depositTownMoney',
  request: z.object({ date: civilDay, voucher: depositVoucher, fen: fen.check(z.minimum(1)) }),
  reply: moved,
  refusals: ['notFound', 'notNow', 'voucherUsed', 'voucherOfOtherDay'],
})

/** 撤回缴存: the voucher was written down wrongly. */
export const TakeBackDeposit = staffContract({
  name: 'takeBackDeposit',
  request: z.object({ date: civilDay, voucher: depositVoucher }),
  reply: moved,
  refusals: ['notFound', 'notNow'],
})

/**
 * 结账: by a clerk, of what they have seen. `changed` somebody entered or withdrew meanwhile · `notYet` the day has not come ·
 * `differenceUnsaid` deposited and held differ by `fen`, and no reason is given.
 */
export const CloseTownDay = staffContract({
  name: 'closeTownDay',
  request: z.object({
    date: civilDay,
    /** As the page showed it. */
    seen: z.object({ payments: z.int(), fen, reversedFen: fen, depositedFen: fen }),
    difference: z.nullable(depositDifference),
  }),
  reply: moved,
  refusals: ['notFound', 'notNow', 'notYet', 'changed', 'differenceUnsaid'],
})

/** 复核: by another person of the town, or the bureau. `ownClosing`: whoever closed it cannot. */
export const ConfirmTownDay = staffContract({
  name: 'confirmTownDay',
  request: z.object({ ...whichDay, decision: z.enum(['confirmed', 'sentBack']) }),
  reply: moved,
  refusals: ['notFound', 'notNow', 'ownClosing'],
})
