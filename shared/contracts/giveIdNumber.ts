import * as z from 'zod/mini'
import { contract } from './contract'
import { residentId } from './fields'
import { member } from './identify'

/**
 * 补身份证号: a guardian enters the ID number of a child that was registered by its birth certificate. What was paid stays paid.
 * `notTemporary` the child is known by another ID number already · `otherChild` the number says another birth day or sex ·
 * `claimHeld` somebody has paid under this number too, a person at the bureau decides · `otherIdentity` the certificate
 * belongs to another ID number.
 */
export const GiveIdNumber = contract({
  name: 'giveIdNumber',
  request: z.object({ residentId, idNumber: z.string().check(z.trim(), z.maxLength(40)) }),
  reply: z.object({ member }),
  refusals: [
    'notFound',
    'idLength',
    'idCharacter',
    'idDate',
    'idFuture',
    'idCheckDigit',
    'notTemporary',
    'otherChild',
    'claimHeld',
    'otherIdentity',
  ],
})
