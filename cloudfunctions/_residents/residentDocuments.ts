import type { Cipher } from '../_ports/cipher'
import type { Fields } from '../_ports/store'
import { residentIndexId, type ResidentIndexFields } from './recogniseResident'
import { partitionOf } from './partition'
import {
  bornBy,
  householdIndexOf,
  likenessOf,
  nameIndexOf,
  sealPerson,
  type ResidentFields,
} from './residentRecord'

/** A person as a roster brings one. */
export interface RosterPerson extends Omit<
  ResidentFields,
  keyof OfRoster | 'sealedPerson' | 'nameIndex' | 'likeness'
> {
  name: string
  idNumber: string
  /** 村（社区）, and the number of the household register (户号); left out where the roster does not say. */
  village?: string | null
  household?: string | null
}

type OfRoster = Pick<ResidentFields, 'village' | 'household' | 'partition'>

export interface ResidentDocuments {
  resident: { id: string; fields: ResidentFields }
  index: { id: string; fields: Fields & ResidentIndexFields }
}

/** The two documents of one resident: the sealed one under an opaque id, and the index that leads to it. */
export function residentDocuments(
  cipher: Cipher,
  { name, idNumber, village = null, household = null, ...facts }: RosterPerson,
  id = cipher.randomId(),
): ResidentDocuments {
  return {
    resident: {
      id,
      fields: {
        ...facts,
        village,
        household: household === null ? null : householdIndexOf(cipher, facts.region, household),
        partition: partitionOf(id),
        sealedPerson: sealPerson(cipher, id, name, idNumber),
        nameIndex: nameIndexOf(cipher, name, idNumber),
        likeness: likenessOf(cipher, facts.region, name, bornBy(idNumber)),
      },
    },
    index: { id: residentIndexId(cipher, facts.region, idNumber), fields: { residentId: id } },
  }
}
