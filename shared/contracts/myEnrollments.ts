import * as z from 'zod/mini'
import { contract } from './contract'
import { civilDay, coverageYear, fen, instant, orderNumber, residentId } from './fields'

/** One coverage year of one resident. */
export const enrollmentYear = z.object({
  coverageYear,
  enrolled: z.boolean(),
  /** Enrolled by an order whose money went back; `orderNumber` is that order. */
  refunded: z.boolean(),
  /** Said by the resident, not yet confirmed by the tax office. */
  awaitingTax: z.boolean(),
  /** The identity (身份) whose subsidy was used, or `none`. */
  identity: z.nullable(z.string()),
  paidFen: z.nullable(fen),
  paidAt: z.nullable(instant),
  coverageFrom: z.nullable(civilDay),
  coverageTo: z.nullable(civilDay),
  orderNumber: z.nullable(orderNumber),
})
export type EnrollmentYear = z.infer<typeof enrollmentYear>

/**
 * 我的参保: one resident by coverage year, latest first. `notFound` covers people of other families. A proxy sees the sum and
 * the order of what they paid themselves, and no identity.
 */
export const MyEnrollments = contract({
  name: 'myEnrollments',
  request: z.object({ residentId }),
  reply: z.object({ years: z.array(enrollmentYear) }),
  refusals: ['notFound'],
})
