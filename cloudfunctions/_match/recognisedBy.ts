import type { CivilDay } from '../../shared/rules/civilDay'
import type { HeldIdentity, Person } from '../../shared/rules/person'
import { dayOfListing } from '../_imports/rosterStanding'
import type { ResidentFields } from '../_residents/residentRecord'
import type { EndedIdentity } from './omissions'

/** The identities recognised by a day; one whose day is not known counts as recognised. */
export const recognisedBy = ({ identities = [] }: Person, day: CivilDay): readonly HeldIdentity[] =>
  identities.filter(({ since }) => since === undefined || since <= day)

/**
 * The person as the rosters know them, with the cover they do not tell of taken as none: the list of employees has been matched,
 * and whoever is enrolled elsewhere is held by a claim, which is looked at before anything is decided.
 */
export const asListed = (facts: Person): Person => ({ ...facts, otherCover: facts.otherCover ?? 'none' })

/** The same of a resident as stored, without what has ended: codes alone. */
export const codesOn = (
  { identities }: ResidentFields,
  ended: readonly EndedIdentity[],
  day: CivilDay,
): string[] =>
  (identities ?? []).flatMap(({ code, since }) =>
    (since === null || since <= day) && !isEnded(ended, code) ? [code] : [],
  )

/** An identity that somebody had, and the first day without it. */
export type Had = HeldIdentity & { until: CivilDay }

/** The person without the identities that have ended. */
export const without = (facts: Person, ended: readonly { code: string }[]): Person =>
  ended.length === 0
    ? facts
    : { ...facts, identities: (facts.identities ?? []).filter(({ code }) => !isEnded(ended, code)) }

const isEnded = (ended: readonly { code: string }[], code: string): boolean =>
  ended.some((one) => one.code === code)

/** What has ended by a day: on the roster's, or on the day itself for a roster that came in after it, which tells of it all the same. */
export const endedOn = (ended: readonly EndedIdentity[], day: CivilDay): Had[] =>
  ended.map(({ code, since, listing }) => {
    const until = [dayOfListing(listing), day].sort()[0] ?? day
    return since === null ? { code, until } : { code, since, until }
  })

/** What somebody had on a day of what has ended since. */
export const hadOn = (ended: readonly Had[], day: CivilDay): Had[] =>
  ended.filter(({ since, until }) => (since === undefined || since <= day) && day < until)
