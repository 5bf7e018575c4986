import type { CivilDay } from '../../shared/rules/civilDay'
import type { HeldIdentity, Person } from '../../shared/rules/person'
import type { ResidentFields } from '../_residents/residentRecord'

/** The identities recognised by a day; one whose day is not known counts as recognised. */
export const recognisedBy = ({ identities = [] }: Person, day: CivilDay): readonly HeldIdentity[] =>
  identities.filter(({ since }) => since === undefined || since <= day)

/**
 * The person as the rosters know them, with the cover they do not tell of taken as none: the list of employees has been matched,
 * and whoever is enrolled elsewhere is held by a claim, which is looked at before anything is decided.
 */
export const asListed = (facts: Person): Person => ({ ...facts, otherCover: facts.otherCover ?? 'none' })

/** The same of a resident as stored: codes alone. */
export const codesOn = ({ identities }: ResidentFields, day: CivilDay): string[] =>
  (identities ?? []).flatMap(({ code, since }) => (since === null || since <= day ? [code] : []))
