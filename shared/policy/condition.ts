/** `when`: for whom something holds, in a form a policy officer can read. */
import * as z from 'zod/mini'
import { codes, count, day, days, numbers, span } from './forms'

const someOf = z.union([codes, z.strictObject({ anyOf: z.optional(codes), noneOf: z.optional(codes) })])

const identityCondition = z.union([
  codes,
  z.strictObject({
    anyOf: z.optional(codes),
    allOf: z.optional(codes),
    noneOf: z.optional(codes),
    /** When an identity of `anyOf` or `allOf` was recognised (认定); one without a day counts as known from before. */
    recognised: z.optional(days),
  }),
])

/**
 * For whom something holds. All keys given must hold. One mechanism for fee rows, subsidy tiers, terms of a phase,
 * waits and exemptions, newborn stages, documents and channels.
 */
const conditionFields = {
  identities: z.optional(identityCondition),
  /** Whole years, both ends included; without `on` the day is a reading (payment day, first day of the year). */
  age: z.optional(
    z.strictObject({
      from: z.optional(count),
      to: z.optional(count),
      on: z.optional(z.union([day, z.enum(['paymentDay', 'yearStart', 'yearEnd'])])),
    }),
  ),
  born: z.optional(days),
  sex: z.optional(z.enum(['female', 'male'])),
  student: z.optional(someOf),
  residence: z.optional(someOf),
  otherCover: z.optional(z.array(z.enum(['none', 'employee', 'residentElsewhere']))),
  /** continuous: covered last year. firstTime: never covered. lapsed: covered once, missed at least one year. */
  history: z.optional(
    z.union([
      z.enum(['continuous', 'firstTime', 'lapsed']),
      z.array(z.enum(['continuous', 'firstTime', 'lapsed'])),
      z.strictObject({ lapsedYears: numbers }),
    ]),
  ),
  repairedYears: z.optional(numbers),
  /** On which days employee cover may have ended, or how long ago at most on the payment day. `never`: it has not. */
  employeeCoverEnded: z.optional(z.union([z.literal('never'), z.strictObject({ within: span }), days])),
  parentInsured: z.optional(z.boolean()),
  couldNotEnrollInBirthYear: z.optional(z.boolean()),
  documents: z.optional(
    z.strictObject({ anyOf: z.optional(codes), allOf: z.optional(codes), noneOf: z.optional(codes) }),
  ),
  tier: z.optional(z.union([z.int(), z.array(z.int())])),
  /** The payment day: the day on which the question is asked or the fee is paid. */
  paid: z.optional(days),
  /** Days of the month, for places that only collect on some. */
  dayOfMonth: z.optional(numbers),
}
/** `anyOf`: at least one of these groups holds as well. `noneOf`: no group does. */
export interface Condition extends z.infer<z.ZodMiniObject<typeof conditionFields>> {
  anyOf?: Condition[]
  noneOf?: Condition[]
}

const group = () => z.array(z.lazy(() => condition)).check(z.minLength(1))
export const condition: z.ZodMiniType<Condition> = z.strictObject({
  ...conditionFields,
  anyOf: z.optional(group()),
  noneOf: z.optional(group()),
})

/** Left out: for everyone. */
export const when = z.optional(condition)
