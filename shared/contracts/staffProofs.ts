/** 审证明: what the offices see of residents' papers. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import { coverageYear, instant, maskedId, residentId } from './fields'
import { paperCode, partContent, proofId, proofKind, proofReason, proofState } from './proof'

const proofOnDesk = z.object({
  proofId,
  residentId,
  name: z.string(),
  maskedId,
  coverageYear,
  paper: paperCode,
  kind: proofKind,
  bytes: z.int(),
  state: proofState,
  reason: z.nullable(proofReason),
  receivedAt: instant,
  asOf: instant,
  /** False where the caller sent it themselves. */
  mayAct: z.boolean(),
})
export type ProofOnDesk = z.infer<typeof proofOnDesk>

/** 待审证明: those in one state, the oldest first, a page at a time. */
export const ListProofs = staffContract({
  name: 'listProofs',
  request: z.object({ state: proofState, cursor: z.optional(z.string()) }),
  reply: z.object({ proofs: z.array(proofOnDesk), cursor: z.optional(z.string()) }),
  refusals: [],
})

/** 看证明: one part of the paper. That it was looked at, and by whom, is in the audit log; from then on it is in review. */
export const OpenProof = staffContract({
  name: 'openProof',
  request: z.object({ proofId, part: z.int().check(z.minimum(0)) }),
  reply: z.object({ kind: proofKind, parts: z.int(), content: partContent }),
  refusals: ['notFound', 'ownProof'],
})

/**
 * 审核: by whoever has opened it last. `reasonMissing`: a paper that is not accepted is told why. `notOpened`: the caller has
 * not looked at it, or a colleague did since.
 */
export const DecideProof = staffContract({
  name: 'decideProof',
  request: z.object({
    proofId,
    decision: z.enum(['accepted', 'rejected', 'askedAgain']),
    reason: z.nullable(proofReason),
  }),
  reply: z.object({ proofId, state: proofState }),
  refusals: ['notFound', 'reasonMissing', 'notOpened', 'decided'],
})
