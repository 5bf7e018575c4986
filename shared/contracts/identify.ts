import * as z from 'zod/mini'
import { contract } from './contract'
import { maskedId, region, relation, residentId } from './fields'

/** A person the caller acts for. */
export const member = z.object({
  residentId,
  name: z.string(),
  maskedId,
  relation,
})
export type Member = z.infer<typeof member>

/**
 * 认人: finds a resident of a place by name and ID number and adds them to the caller's family.
 * `notRecognised` is the one answer to an unknown number, a number of another place and a wrong name;
 * the other refusals are about typing alone and say nothing about who exists.
 */
export const Identify = contract({
  name: 'identify',
  request: z.object({
    region,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    idNumber: z.string().check(z.trim(), z.maxLength(40)),
    /** Left out: the first person of a family is the caller, everybody after that is family. */
    relation: z.optional(relation),
  }),
  reply: z.object({ member }),
  refusals: ['notRecognised', 'idLength', 'idCharacter', 'idDate', 'idFuture', 'idCheckDigit'],
})
