import * as z from 'zod/mini'
import { contract } from './contract'
import { counterUndone } from './counterUndone'
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

/** Who paid: the caller, the person themselves, or somebody else for them (家人代缴), who is not named. */
export const payer = z.enum(['caller', 'self', 'family'])
export type Payer = z.infer<typeof payer>

/** One coverage year of one resident. */
const enrollmentYear = z.object({
  coverageYear,
  enrolled: z.boolean(),
  /** Enrolled by an order whose money went back; `orderNumber` is that order. */
  refunded: z.boolean(),
  /** A counter had taken a payment down by mistake and undid it; null for everything else, and for whoever may not know it. */
  mistake: z.nullable(counterUndone),
  /** Said by the resident, not yet confirmed by the tax office. */
  awaitingTax: z.boolean(),
  /** From when to when, by every reading of the notice; empty where it does not say or no record does. */
  coverageFrom: z.array(civilDay),
  coverageTo: z.array(civilDay),
  /** Where the notice says so: only where its table still gives these very days. */
  coverClauses: clauses,
  /** False where the caller may not know who paid, what, and by which identity; all below is null then. */
  told: z.boolean(),
  /**
   * An order of this service, a payment taken down at a counter, paid on behalf without tax collection (免征代缴), or a roster (名册)
   * that an office brought.
   */
  source: z.nullable(z.enum(['order', 'counter', 'onBehalf', 'roster'])),
  /** What the counter took: the receipt's number, where, and on which day. */
  counter: z.nullable(z.object({ receipt: z.string(), channel: z.string(), paidOn: civilDay })),
  /** Where the notice says that the whole is paid for them; empty where its table does not say so for them any more. */
  onBehalfClauses: clauses,
  /** The identity (身份) whose subsidy was used, or `none`. */
  identity: z.nullable(z.string()),
  paidBy: z.nullable(payer),
  paidFen: z.nullable(fen),
  /** What the county gave at that payment, where the table still says so. */
  subsidyFen: z.nullable(fen),
  paidAt: z.nullable(instant),
  /** What came to the benefit card (一卡通) afterwards, once the finance office has said so. */
  toCard: z.nullable(z.object({ fen, on: civilDay })),
  refund: z.nullable(refundShown),
  /** What the notice says about giving back what was paid at a counter; null for everything else, and where nothing stands. */
  refunds: z.nullable(refundRules),
  /** Null also where the receipt is somebody else's. */
  orderNumber: z.nullable(orderNumber),
})
export type EnrollmentYear = z.infer<typeof enrollmentYear>

/**
 * 参保记录: one resident by coverage year, latest first. `notFound` covers people of other families. A proxy sees the sum and
 * the order of what they paid themselves, and no identity.
 */
export const MyEnrollments = contract({
  name: 'myEnrollments',
  request: z.object({ residentId }),
  reply: z.object({
    person: z.object({ name: z.string(), maskedId }),
    place,
    /** The first coverage year this service has a policy for: what was before, it knows from rosters at most. */
    knownSince: coverageYear,
    years: z.array(enrollmentYear),
    /** Whom to ask about what is not known here; the phone is null where no notice gives one. */
    ask: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
    notices: z.array(citedNotice),
  }),
  refusals: ['notFound', 'noPolicy'],
})
