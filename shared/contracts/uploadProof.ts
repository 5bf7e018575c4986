import * as z from 'zod/mini'
import { contract } from './contract'
import { clientKey, coverageYear, residentId } from './fields'
import { paperCode, partContent, proofId, proofShown } from './proof'

/**
 * 交证明: one part of a file; the last one makes it a proof. Parts may be sent again, and a phone that lost its way goes on
 * from `arrived`. Only oneself, or a child's guardian: `notFound` covers everybody else. `notAsked`: the notice names no such
 * paper. Of the file, told with its first or its last part: `otherType` no JPEG, PNG or PDF · `twoKinds` two kinds in one
 * file · `broken` not whole · `locked` wants a password · `active` holds a program · `tooLarge`. `notReplaceable`: the one
 * it should replace is not waiting for that.
 */
export const UploadProof = contract({
  name: 'uploadProof',
  request: z.object({
    key: clientKey,
    residentId,
    coverageYear,
    paper: paperCode,
    /** The proof the office wants a better one of. */
    replaces: z.optional(proofId),
    /** Of the whole file. */
    bytes: z.int().check(z.minimum(1)),
    /** From 0 on. */
    part: z.int().check(z.minimum(0)),
    content: partContent,
  }),
  reply: z.object({
    proofId,
    /** How many parts are there. */
    arrived: z.int(),
    /** Once it is whole. */
    proof: z.nullable(proofShown),
  }),
  refusals: [
    'notFound',
    'noPolicy',
    'notAsked',
    'keyReused',
    'tooLarge',
    'otherType',
    'twoKinds',
    'broken',
    'locked',
    'active',
    'notReplaceable',
  ],
})
