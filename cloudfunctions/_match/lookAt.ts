import type { PolicyTable } from '../../shared/policy/table'
import type { Person } from '../../shared/rules/person'
import type { NameDoubt } from '../_imports/nameDoubts'
import type { Cipher } from '../_ports/cipher'
import type { Stored } from '../_ports/store'
import { usedIdentity, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { factsOf, openResident, type ResidentFields } from '../_residents/residentRecord'
import { findingFor, type Answered } from './findingFor'
import type { Found, FoundHere } from './findingRecord'
import { omissionsOf, type EndedIdentity } from './omissions'
import { endedOn, without } from './recognisedBy'

/** What the match holds of one resident, as it is stored. */
export interface Held {
  resident: Stored<ResidentFields>
  enrollment: EnrollmentFields | undefined
  /** Codes as the match before saw them; null where it did not see the person. */
  before: readonly string[] | null
  /** The benefit card has, or will have, this year's money. */
  isOwed: boolean
  /** Identities of the record that its roster does not hold any more. */
  ended: readonly EndedIdentity[]
  /** A row of a roster with their number and another name, of which nobody has said whose it is. */
  doubt: NameDoubt | undefined
}

/** Whether a roster concerns somebody at all: they stand on one, stood on one, or are enrolled and stand on another one too. */
export const isConcerned = ({ resident: { fields }, enrollment, before, doubt }: Held): boolean =>
  doubt !== undefined ||
  before !== null ||
  (fields.identities ?? []).length > 0 ||
  (enrollment !== undefined &&
    ((fields.otherCover ?? 'none') !== 'none' || usedIdentity(enrollment) !== undefined))

/** Under the seal with the name and the number. */
const sealedFacts: readonly string[] = ['born', 'sex', 'parentInsured', 'couldNotEnrollInBirthYear']

/** The seal is opened only for whom the answer hangs on what lies under it: opening takes longer than all the rules. */
export function lookAt(
  cipher: Cipher,
  table: PolicyTable,
  on: string,
  held: Held,
): FoundHere | 'unsettled' | undefined {
  const { resident, ended, doubt, ...known } = held
  if (doubt) return nameDiffers(doubt, held)
  const ask = (facts: Person): Answered =>
    findingFor({ table, on, known: { ...known, facts: without(facts, ended), ended: endedOn(ended, on) } })
  let found = ask(factsOf(resident.fields, ''))
  if (hangsOnTheSeal(found)) found = ask(openResident(cipher, resident).facts)
  if (found === undefined) return undefined
  return typeof found === 'object' ? { ...found, omitted: omissionsOf(ended), doubt: null } : 'unsettled'
}

/** Nothing else is asked before it is known whom the row is about. */
const nameDiffers = ({ id, fields: { code } }: NameDoubt, { before }: Held): FoundHere => ({
  kind: 'nameDiffers',
  fen: null,
  payMonth: null,
  clauses: [],
  missing: [],
  before,
  after: [code],
  identity: code,
  omitted: [],
  doubt: id,
})

const hangsOnTheSeal = (found: Answered): found is 'needsFacts' | Found =>
  found === 'needsFacts' ||
  (typeof found === 'object' && found.missing.some((fact) => sealedFacts.includes(fact)))
