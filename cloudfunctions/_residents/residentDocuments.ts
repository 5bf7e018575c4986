import type { Cipher } from '../_ports/cipher'
import type { Fields } from '../_ports/store'
import { residentIndexId, type ResidentIndexFields } from './recogniseResident'
import { nameIndexOf, sealPerson, type ResidentFields } from './residentRecord'

/** A person as a roster brings one. */
export interface RosterPerson extends Omit<ResidentFields, 'sealedPerson' | 'nameIndex'> {
  name: string
  idNumber: string
}

export interface ResidentDocuments {
  resident: { id: string; fields: ResidentFields }
  index: { id: string; fields: Fields & ResidentIndexFields }
}

/** The two documents of one resident: the sealed one under an opaque id, and the index that leads to it. */
export function residentDocuments(
  cipher: Cipher,
  { name, idNumber, ...facts }: RosterPerson,
  id = cipher.randomId(),
): ResidentDocuments {
  return {
    resident: {
      id,
      fields: {
        ...facts,
        sealedPerson: sealPerson(cipher, id, name, idNumber),
        nameIndex: nameIndexOf(cipher, name, idNumber),
      },
    },
    index: { id: residentIndexId(cipher, facts.region, idNumber), fields: { residentId: id } },
  }
}
