import * as z from 'zod/mini'
import { contract } from './contract'
import { guardianConsent, maskedId, personConsent, region, relation, residentId } from './fields'

/** A person the caller acts for. */
export const member = z.object({
  residentId,
  name: z.string(),
  maskedId,
  /** `other` also where somebody else is taken for the person the caller says to be. */
  relation,
  /** May see identities and reasons; otherwise sums and days only. */
  knowsWhy: z.boolean(),
})
export type Member = z.infer<typeof member>

/**
 * 认人: finds a resident of a place by name and ID number and adds them to the caller's family.
 * `notRecognised` is the one answer to an unknown number, a number of another place, a wrong name, and somebody who does
 * not want the caller to act for them any more; the other refusals are about typing and the caller alone and say nothing
 * about who exists. `guardianNeeded` a child, and no guardian has agreed · `anotherSelf` the caller is somebody else already.
 * Naming somebody again changes what was said about them.
 */
export const Identify = contract({
  name: 'identify',
  request: z.object({
    region,
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    idNumber: z.string().check(z.trim(), z.maxLength(40)),
    relation,
    /** What the caller has agreed to by going on: without it nothing is looked up. */
    consent: personConsent,
    /** For a child under the age of own consent: what their guardian has ticked. */
    guardianConsent: z.optional(guardianConsent),
  }),
  reply: z.object({
    member,
    /** Somebody else is taken for this person already: the caller is a proxy until the bureau decides. */
    selfTaken: z.boolean(),
  }),
  refusals: [
    'notRecognised',
    'idLength',
    'idCharacter',
    'idDate',
    'idFuture',
    'idCheckDigit',
    'guardianNeeded',
    'anotherSelf',
  ],
})
