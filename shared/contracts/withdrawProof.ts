import * as z from 'zod/mini'
import { contract } from './contract'
import { proofId, proofShown } from './proof'

/** 撤回证明: nobody can read it any more. Not once it is decided. */
export const WithdrawProof = contract({
  name: 'withdrawProof',
  request: z.object({ proofId }),
  reply: z.object({ proof: proofShown }),
  refusals: ['notFound', 'decided'],
})
