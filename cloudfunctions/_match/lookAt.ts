import type { PolicyTable } from '../../shared/policy/table'
import type { Cipher } from '../_ports/cipher'
import type { Stored } from '../_ports/store'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import { factsOf, openResident, type ResidentFields } from '../_residents/residentRecord'
import { findingFor, type Finding } from './findingFor'

/** What the match holds of one resident, as it is stored. */
export interface Held {
  resident: Stored<ResidentFields>
  enrollment: EnrollmentFields | undefined
  /** Codes as the match before saw them; null where it did not see the person. */
  before: readonly string[] | null
  /** The benefit card has, or will have, this year's money. */
  isOwed: boolean
}

/** Whether a roster concerns somebody at all: they stand on one, stood on one, or are enrolled and stand on another one too. */
export const isConcerned = ({ resident: { fields }, enrollment, before }: Held): boolean =>
  before !== null ||
  (fields.identities ?? []).length > 0 ||
  (enrollment !== undefined && ((fields.otherCover ?? 'none') !== 'none' || hasUsed(enrollment)))

const hasUsed = ({ identity }: EnrollmentFields): boolean => identity !== null && identity !== 'none'

/** Birth day and sex lie under the seal: it is opened only for whom the answer hangs on something unknown. */
export function lookAt(cipher: Cipher, table: PolicyTable, on: string, held: Held): Finding {
  const { resident, ...known } = held
  const found = findingFor({ table, on, known: { ...known, facts: factsOf(resident.fields, '') } })
  if (found === undefined || (found !== 'unsettled' && found.missing.length === 0)) return found
  return findingFor({ table, on, known: { ...known, facts: openResident(cipher, resident).facts } })
}
