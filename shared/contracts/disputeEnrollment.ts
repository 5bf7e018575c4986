import * as z from 'zod/mini'
import { complaintState, namedOffice, objection } from './complaint'
import { contract } from './contract'
import { coverageYear, instant, residentId } from './fields'

/** Other cover that a record shows, whatever the resident says: a roster's, or an enrollment in another county. */
export const recordedCover = z.enum(['employee', 'residentElsewhere'])

/** 异议: a resident says that the record is wrong. `office` is whom the table names, `phone` null where it gives none. */
export const dispute = z.object({
  state: complaintState,
  since: instant,
  office: namedOffice,
  /** The office's; null while there is none. */
  answer: z.nullable(z.string()),
})

/**
 * 提出异议: against the record of other cover that stops somebody here. It opens nothing by itself: the bureau decides.
 * Said twice, the first stands. `nothingToDispute`: no record stands in the way.
 */
export const DisputeEnrollment = contract({
  name: 'disputeEnrollment',
  request: z.object({ residentId, coverageYear, says: objection }),
  reply: z.object({ dispute }),
  refusals: ['notFound', 'noPolicy', 'nothingToDispute'],
})
