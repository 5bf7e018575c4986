/** The case format of rules.md: what policy staff write, read and sign. Strict: an unknown key is an error. */
import * as z from 'zod/mini'
import type { Reason, Settlement, Warning } from '../../shared/rules/assessment'
import { isCivilDay } from '../../shared/rules/civilDay'

const day = z.string().check(z.refine(isCivilDay, 'not a day of the calendar (YYYY-MM-DD)'))
const yuan = z.number()
const codes = z.array(z.string())
const orUnstated = <T extends z.ZodMiniType>(value: T) => z.union([value, z.literal('unstated')])
/** One value, several readings as a set, or `unstated`. */
const answer = <T extends z.ZodMiniType>(value: T) =>
  z.optional(z.union([orUnstated(value), z.array(orUnstated(value))]))

const person = z.strictObject({
  residence: z.optional(z.string()),
  identities: z.optional(
    z.array(z.union([z.string(), z.strictObject({ code: z.string(), since: z.optional(day) })])),
  ),
  otherCover: z.optional(z.enum(['none', 'employee', 'residentElsewhere'])),
  lastCovered: z.optional(z.union([z.int(), z.literal('never')])),
  born: z.optional(day),
  sex: z.optional(z.enum(['female', 'male'])),
  student: z.optional(z.string()),
  tier: z.optional(z.int()),
  repairedYears: z.optional(z.int()),
  employeeCoverEnded: z.optional(z.union([day, z.literal('never')])),
  parentInsured: z.optional(z.boolean()),
  couldNotEnrollInBirthYear: z.optional(z.boolean()),
  documents: z.optional(codes),
  paid: z.optional(z.strictObject({ on: day, yuan })),
})

/** What may be said in a list, so that a slip of typing under `not` does not pass for an absence. */
const reason = z.enum([
  'employeeInsured',
  'enrolledElsewhere',
  'residenceNotCovered',
  'windowNotOpen',
  'windowClosed',
  'paidOnBehalf',
  'alreadyEnrolled',
] satisfies Reason[])
const warning = z.enum([
  'noRefundOncePaid',
  'noRefundOnDuplicate',
  'noCoverageThisYear',
  'payFirstReimbursedLater',
  'fullCostUnstated',
  'newbornLimitReadings',
  'softWindow',
] satisfies Warning[])
const settlement = z.enum(['paidOnBehalf', 'netCollection', 'reimbursement', 'none'] satisfies Settlement[])

const month = z.string().check(z.regex(/^\d{4}-\d{2}$/, 'a month is YYYY-MM'))

const expectedFields = {
  decision: z.optional(z.enum(['mayEnroll', 'refused', 'undecided'])),
  standard: answer(yuan),
  subsidy: answer(yuan),
  subsidyFor: answer(z.string()),
  settlement: answer(settlement),
  due: answer(yuan),
  reimbursed: answer(yuan),
  phase: answer(z.enum(['before', 'collecting', 'late', 'fullCost', 'closed'])),
  coverageFrom: answer(day),
  coverageTo: answer(day),
  inAppPayment: z.optional(z.boolean()),
  newbornDeadline: answer(day),
  dueBetween: z.optional(z.tuple([yuan, z.union([yuan, z.literal('unstated')])])),
  supplement: z.optional(z.union([z.enum(['none', 'unstated']), z.strictObject({ yuan, month })])),
  reasons: z.optional(z.array(reason)),
  warnings: z.optional(z.array(warning)),
  missing: z.optional(codes),
  documents: z.optional(z.union([codes, z.literal('unstated')])),
  channels: z.optional(z.union([codes, z.literal('unstated')])),
  cites: z.optional(codes),
}

const expected = z
  .strictObject({ ...expectedFields, not: z.optional(z.strictObject(expectedFields)) })
  .check(
    z.refine((expect) => Object.keys(expect).length > 0, 'nothing is expected: list what is to be compared'),
  )

const policyCase = z.strictObject({ name: z.string(), on: day, person, expect: expected })

export const caseFile = z.strictObject({
  policy: z.string().check(z.regex(/^[a-z][a-z0-9-]*\/\d{4}$/, 'a policy is <region>/<coverage year>')),
  cases: z.array(policyCase).check(z.minLength(1)),
})

export type CaseFile = z.infer<typeof caseFile>
export type PolicyCase = z.infer<typeof policyCase>
export type Expected = z.infer<typeof expected>
export type ExpectedFields = Omit<Expected, 'not'>
