/** What staff see of themselves and of a refund. */
import * as z from 'zod/mini'
import { civilDay, clauses, coverageYear, fen, instant, maskedId, orderNumber, residentId } from './fields'
import { refundNumber, refundReason } from './refund'

/** 岗位: 乡镇经办 · 医保局 · 税务局 · 财政局 · 行业部门 · 学校 · 审计. */
export const role = z.enum(['clerk', 'bureau', 'tax', 'finance', 'department', 'school', 'auditor'])
export type Role = z.infer<typeof role>

/** 经办: whose turn a refund waits for. Finance has two: one person transfers, another confirms. */
export const refundDesk = z.enum(['tax', 'bureau', 'finance', 'confirmation'])
export type RefundDesk = z.infer<typeof refundDesk>

/** The desks that a role sits at; the auditor looks at all of them and acts at none. */
export const desksOf: Partial<Record<Role, readonly RefundDesk[]>> = {
  tax: ['tax'],
  bureau: ['bureau'],
  finance: ['finance', 'confirmation'],
  auditor: refundDesk.options,
}

export const refundWay = z.enum(['wechat', 'transfer'])

/** One refund on a desk. */
export const refundOnDesk = z.object({
  refundNumber,
  /** Null where it was paid at a counter. */
  orderNumber: z.nullable(orderNumber),
  /** What was paid at a counter: where, and by which receipt; null for an order. */
  counter: z.nullable(
    z.object({ town: z.nullable(z.string()), receipt: z.string(), channel: z.string(), paidOn: civilDay }),
  ),
  coverageYear,
  cause: z.enum(['late', 'twice', 'application']),
  reason: z.nullable(refundReason),
  fen,
  people: z.array(z.object({ residentId, name: z.string(), maskedId, fen })),
  way: z.nullable(refundWay),
  /** The way the notice states, with its clauses; what was paid at a counter can only be transferred, said by whatever clause. Null where the bureau chooses. */
  wayStated: z.nullable(z.object({ way: refundWay, clauses })),
  voucher: z.nullable(z.string()),
  requestedAt: instant,
  changedAt: instant,
  /** False where the caller has acted on it already: nobody does two of its steps. */
  mayAct: z.boolean(),
})
export type RefundOnDesk = z.infer<typeof refundOnDesk>

/** What every step of a refund answers: where it is now. */
export const refundMoved = z.object({
  refundNumber,
  desk: z.nullable(refundDesk),
})
