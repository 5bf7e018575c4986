import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, residentId } from './fields'
import { proofShown } from './proof'

/** 我交的证明: of one person and coverage year, the latest first; withdrawn and replaced ones stay listed. */
export const MyProofs = contract({
  name: 'myProofs',
  request: z.object({ residentId, coverageYear }),
  reply: z.object({ proofs: z.array(proofShown) }),
  refusals: ['notFound'],
})
