import * as z from 'zod/mini'
import { staffContract } from './contract'
import { civilDay, instant, residentId } from './fields'
import { staffId } from './staffAccounts'

/** One thing that somebody of the staff did or looked at. Codes and counts only: nobody is named in the audit log. */
const auditShown = z.object({
  at: instant,
  /** Whose account, and its name as colleagues know it. */
  staffId,
  staffName: z.string(),
  /** What happened, a code: `personSeen`, `refundApproved`, … */
  action: z.string(),
  /** `<collection>/<id>` of the document it happened to. */
  object: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The link of the chain it stands in; null until it is linked. */
  link: z.nullable(z.int()),
})
export type AuditShown = z.infer<typeof auditShown>

/** How far the chain has been checked, link by link. */
const chainShown = z.object({
  /** The last link that was found sound, and when; null before the first check. */
  checked: z.nullable(z.object({ seq: z.int(), at: instant })),
  /** What is wrong, a code, and at which link; null while nothing is. */
  fault: z.nullable(z.object({ kind: z.string(), seq: z.int() })),
  /** Where the chain stood after the last day that is over; to be held against the copy that is kept elsewhere. */
  head: z.nullable(z.object({ day: civilDay, seq: z.int(), hash: z.string(), events: z.int() })),
})
export type ChainShown = z.infer<typeof chainShown>

/**
 * 审计: what the staff of the caller's region did and whom they looked at on a day, the latest first, a page at a time; only by one
 * account, or only about one person. Of one person, their own page and what was done to their record are found on every day up to
 * this one; what they were taken along in (an export, a form), in the month up to it; pages of lists they stood on, on this day. Of
 * others who stood beside them nothing is told.
 */
export const ListAudit = staffContract({
  name: 'listAudit',
  request: z.object({
    day: civilDay,
    actor: z.optional(staffId),
    person: z.optional(residentId),
    cursor: z.optional(z.string()),
  }),
  reply: z.object({ events: z.array(auditShown), cursor: z.optional(z.string()), chain: chainShown }),
  refusals: [],
})
