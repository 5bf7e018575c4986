import type { Correction } from '../../shared/contracts/person'
import type { Cipher } from '../_ports/cipher'
import type { Stored } from '../_ports/store'
import {
  householdIndexOf,
  likenessOf,
  nameIndexOf,
  openResident,
  renamed,
  type ResidentFields,
} from '../_residents/residentRecord'

/** The resident's document with one part as it is right. */
export function corrected(
  cipher: Cipher,
  stored: Stored<ResidentFields>,
  correction: Correction,
): ResidentFields {
  const { fields } = stored
  switch (correction.part) {
    case 'name': {
      const { idNumber, facts } = openResident(cipher, stored)
      return {
        ...fields,
        sealedPerson: renamed(cipher, stored, correction.value),
        nameIndex: nameIndexOf(cipher, correction.value, idNumber),
        likeness: likenessOf(cipher, fields.region, correction.value, facts.born),
      }
    }
    case 'household':
      return { ...fields, household: householdIndexOf(cipher, fields.region, correction.value) }
    case 'identities':
      return { ...fields, identities: correction.value }
    default:
      return { ...fields, [correction.part]: correction.value }
  }
}

/** Identities in a row, as they are kept with a correction: `ruralDibao/1@2023-11-01`. */
export const identitiesInWords = (identities: ResidentFields['identities']): string | null =>
  identities === null
    ? null
    : identities.map(({ code, since }) => (since === null ? code : `${code}@${since}`)).join(' ')
