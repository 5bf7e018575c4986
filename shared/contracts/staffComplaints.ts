/** 办意见投诉: what the offices see of it, and their four steps. */
import * as z from 'zod/mini'
import {
  complaintDesk,
  complaintId,
  complaintKind,
  complaintLengths,
  complaintState,
  objection,
  type ComplaintDesk,
} from './complaint'
import { staffContract } from './contract'
import { recordedCover } from './disputeEnrollment'
import { coverageYear, instant, maskedId, orderNumber, residentId } from './fields'
import type { Role } from './staff'

/**
 * The desks of each role. A town's clerk sees what came from that town; what came from nobody knows where is the bureau's to
 * see. The auditor looks at all of them and acts at none.
 */
export const complaintDesksOf: Partial<Record<Role, readonly ComplaintDesk[]>> = {
  tax: ['tax'],
  bureau: ['bureau', 'town'],
  clerk: ['town'],
  auditor: ['tax', 'bureau', 'town'],
}

const complaintOnDesk = z.object({
  complaintId,
  kind: complaintKind,
  state: complaintState,
  desk: complaintDesk,
  coverageYear,
  /** Where in the app it was written, on which version, about which order. */
  page: z.string(),
  version: z.string(),
  orderNumber: z.nullable(orderNumber),
  text: z.nullable(z.string()),
  /** Of an objection: against what, whose, and what they say. */
  recorded: z.nullable(recordedCover),
  says: z.nullable(objection),
  person: z.nullable(z.object({ residentId, name: z.string(), maskedId })),
  answer: z.nullable(z.string()),
  sentAt: instant,
  asOf: instant,
  /** False where the caller wrote it, or a colleague has taken it. */
  mayAct: z.boolean(),
})
export type ComplaintOnDesk = z.infer<typeof complaintOnDesk>

const moved = z.object({ complaintId, state: complaintState, desk: complaintDesk })
const refusals = ['notFound', 'notAtThisDesk', 'ownComplaint', 'takenByColleague', 'notNow'] as const

/** 待办意见: those in one state at a desk of the caller's role, the oldest first, a page at a time. */
export const ListComplaints = staffContract({
  name: 'listComplaints',
  request: z.object({ desk: complaintDesk, state: complaintState, cursor: z.optional(z.string()) }),
  reply: z.object({ complaints: z.array(complaintOnDesk), cursor: z.optional(z.string()) }),
  refusals: [],
})

/** 受理. */
export const TakeComplaint = staffContract({
  name: 'takeComplaint',
  request: z.object({ complaintId }),
  reply: moved,
  refusals,
})

/** 答复: by whoever has taken it. */
export const AnswerComplaint = staffContract({
  name: 'answerComplaint',
  request: z.object({
    complaintId,
    answer: z.string().check(z.trim(), z.minLength(1), z.maxLength(complaintLengths.answer)),
  }),
  reply: moved,
  refusals,
})

/** 转办: to another office, where it waits as if it had just come. */
export const ForwardComplaint = staffContract({
  name: 'forwardComplaint',
  request: z.object({ complaintId, to: complaintDesk }),
  reply: moved,
  refusals,
})

/** 办结: once it is answered. */
export const CloseComplaint = staffContract({
  name: 'closeComplaint',
  request: z.object({ complaintId }),
  reply: moved,
  refusals,
})
