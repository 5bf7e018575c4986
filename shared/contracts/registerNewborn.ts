import * as z from 'zod/mini'
import { contract } from './contract'
import { coverageYear, guardianConsent, region } from './fields'
import { member } from './identify'

/** 新生儿 in a place's register: what a guardian says of the child, in the words of the page that was answered. */
const newbornSaid = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  /** As typed: a day that is none is refused as `birthDay`. */
  born: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  sex: z.enum(['female', 'male']),
  /** The ID number where the child has one; until then the number of its birth certificate. */
  number: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('idNumber'), text: z.string().check(z.trim(), z.maxLength(40)) }),
    z.object({ kind: z.literal('birthCertificate'), text: z.string().check(z.trim(), z.maxLength(40)) }),
  ]),
  residence: z.enum(['hukou', 'permit', 'longTerm']),
  parentInsured: z.optional(z.boolean()),
  couldNotEnrollInBirthYear: z.boolean(),
})
export type NewbornSaid = z.infer<typeof newbornSaid>

/**
 * 新生儿登记: a guardian brings a child that no roster knows yet into their family, so that its fee can be paid here today.
 * Only where the notice takes this child today and lets WeChat be paid; registering earns nothing without paying in time.
 * The same child said again is the same child.
 * `guardianUnknown` the caller has not said who they are themselves · `otherBirth` the ID number says another day or sex ·
 * `notNewborn` the notice has no stage for this child today · `householdRegisterNeeded` the notice wants a household register,
 * and the child has none yet · `notRecognised` the number belongs to somebody with another name or birth.
 * Details: mayNotEnroll.reasons · payElsewhere.channels · amountNotStated.ask.
 */
export const RegisterNewborn = contract({
  name: 'registerNewborn',
  request: z.object({ region, coverageYear, child: newbornSaid, guardianConsent }),
  reply: z.object({ member }),
  refusals: [
    'noPolicy',
    'guardianUnknown',
    'idLength',
    'idCharacter',
    'idDate',
    'idFuture',
    'idCheckDigit',
    'certificateLength',
    'certificateForm',
    'birthDay',
    'otherBirth',
    'notNewborn',
    'householdRegisterNeeded',
    'mayNotEnroll',
    'amountNotStated',
    'payElsewhere',
    'nothingDue',
    'notRecognised',
  ],
})
