/** The small forms a policy table is written in: days, sums, codes, clauses, and values that may be open. */
import * as z from 'zod/mini'
import { isCivilDay } from '../rules/civilDay'

export const text = z.string().check(z.regex(/\S/, '不能是空的；请补上'))
export const day = z.string().check(z.refine(isCivilDay, '不是日历上的日子；写成 YYYY-MM-DD，月、日各两位'))
/** A time of day, Asia/Shanghai. */
export const timeOfDay = z
  .string()
  .check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时刻写成 HH:MM，24 小时制，要加引号，如 "16:00"'))
export const yuan = z.number().check(
  z.minimum(0),
  z.refine((n) => Number.isInteger(Math.round(n * 10000) / 100), '钱数最多两位小数（到分）'),
)
export const count = z.int().check(z.minimum(0))
export const year = z.int().check(z.minimum(2000), z.maximum(2100))
/** A clause of this table's notice, or `<notice>#<clause>` of an amending one. */
const clause = text
export const clauses = z.union([clause, z.array(clause).check(z.minLength(1))])
export const code = z
  .string()
  .check(
    z.regex(
      /^[a-z][A-Za-z0-9]*(\/[A-Za-z0-9]+)?$/,
      '不是词汇表里的写法；代码用英文，小写开头，如 ruralDibao/2',
    ),
  )
export const codes = z.array(code).check(z.minLength(1))

/** A bureau's decision (裁定) on what the notice leaves open: who, when, in which document. */
const ruling = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({ value, by: text, on: day, document: text, clause: z.optional(clause) })

/** Silence, which a ruling may end. */
const silence = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({
    unstated: z.literal(true),
    clause: z.optional(clauses),
    ask: z.optional(text),
    ruling: z.optional(ruling(value)),
  })

/** Two or more things the text can mean, in any order; a ruling may settle it. */
const doubt = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({
    readings: z.array(value).check(z.minLength(2)),
    clause: z.optional(clauses),
    ask: z.optional(text),
    ruling: z.optional(ruling(value)),
  })

/** A plain value, `unstated`, or with room for a ruling `{ readings: [...] }` or `{ unstated: true }`. */
export const open = <T extends z.ZodMiniType>(value: T) =>
  z.union([value, z.literal('unstated'), doubt(value), silence(value)])

/** A value on its own line with its clause: `{ value, clause }`, or one of the open forms. */
export const cited = <T extends z.ZodMiniType>(value: T) =>
  z.union([z.strictObject({ value, clause: clauses }), doubt(value), silence(value)])

/** Days from/to include their ends, after/before do not. */
export const days = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  after: z.optional(day),
  before: z.optional(day),
})
export const numbers = z.strictObject({ from: z.optional(count), to: z.optional(count) })

/** A span counted from an event; the event's own day is not counted unless `countsFirstDay`. */
export const span = z.strictObject({
  days: z.optional(count),
  months: z.optional(count),
  countsFirstDay: z.optional(z.boolean()),
})

export type Span = z.infer<typeof span>
export type Clauses = z.infer<typeof clauses>
export type Days = z.infer<typeof days>
export type Numbers = z.infer<typeof numbers>

/** A plain value, several readings of it, or silence; a ruling turns the last two into a value. */
export type OpenValue<T> =
  | T
  | 'unstated'
  | { readings: T[]; clause?: Clauses; ask?: string; ruling?: Ruling<T> }
  | { unstated: true; clause?: Clauses; ask?: string; ruling?: Ruling<T> }

export type CitedValue<T> = { value: T; clause: Clauses } | Exclude<OpenValue<T>, T | 'unstated'>

export interface Ruling<T> {
  value: T
  by: string
  on: string
  document: string
  clause?: string
}
