import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Fact, Person } from '../../../../shared/rules/person'

/** 宝宝的户口: registered here, not yet (the parents' is here), or elsewhere with or without a residence permit. */
export type Home = 'hukou' | 'notYet' | 'permit' | 'longTerm'

/** What is known of a newborn: its day of birth, where it is registered, and what was answered since. */
export interface Child {
  born: CivilDay
  home: Home
  /** What further questions made known; `unsure` where nobody knows. */
  facts: Partial<Record<Fact, Partial<Person> | 'unsure'>>
}

/** A baby has no history and, as the page says, no identity that is subsidised. */
const baby: Person = {
  identities: [],
  otherCover: 'none',
  lastCovered: 'never',
  student: 'none',
  employeeCoverEnded: 'never',
  repairedYears: 0,
}

/** Facts of a child that the page asks for where a notice makes a difference. */
export const askable: readonly Fact[] = ['parentInsured', 'sex', 'tier']

/** A child that is not registered yet is taken as registered with its parents; the papers say what that lacks. */
export function personOf({ born, home, facts }: Child, couldNotEnrollInBirthYear: boolean): Person {
  const known = Object.values(facts).filter((fact) => fact !== 'unsure')
  const residence = home === 'notYet' ? 'hukou' : home
  return known.reduce<Person>((so, fact) => ({ ...so, ...fact }), {
    ...baby,
    born,
    residence,
    couldNotEnrollInBirthYear,
  })
}
