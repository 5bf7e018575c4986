/**
 * Which values of an unknown fact can make a difference under one table: one stand-in for each group of people
 * that the table tells apart. Trying all of them is how an unknown fact becomes a range and a question.
 */
import type { Days, Numbers, Span } from '../policy/table'
import { addDays, addMonths, yearEnd, yearOf, yearStart, type CivilDay } from './civilDay'
import type { Fact, HeldIdentity, Person } from './person'
import type { Situation } from './situation'

/** Stands for every code a table does not name. */
const unnamed = 'unnamed'

export class Domains {
  readonly residences = new Set<string>()
  readonly students = new Set<string>()
  readonly tiers = new Set<number>()
  readonly ages = new Set<number>()
  readonly ageDays = new Set<string>()
  /** The one decision which day an age without a day means (payment day, or first day of the year). */
  readonly undatedAge = {}
  private readonly identities = new Map<string, Set<CivilDay>>()
  private readonly identitySets: (readonly string[])[] = []
  private readonly birthDays = new Set<CivilDay>()
  private readonly coverEnds = new Set<CivilDay>()
  private longestLapse = 1

  addIdentity(code: string, recognised?: Days): void {
    const days = this.identities.get(code) ?? new Set<CivilDay>()
    for (const bound of boundsOf(recognised ?? {})) days.add(bound)
    this.identities.set(code, days)
  }

  /** Identities that count only together. */
  addIdentitySet(codes: readonly string[]): void {
    this.identitySets.push(codes)
  }

  addBirthDays(range: Days): void {
    for (const bound of boundsOf(range)) this.birthDays.add(bound)
  }

  addCoverEnd(range: Days | { within: Span }): void {
    if ('within' in range) return
    for (const bound of boundsOf(range))
      this.coverEnds.add(bound).add(addDays(bound, 1)).add(addDays(bound, -1))
  }

  addLapse(years: Numbers): void {
    this.longestLapse = Math.max(this.longestLapse, years.from ?? 0, (years.to ?? 0) + 1)
  }

  /** What the person may be, where `fact` is not known; each as a change to the person. */
  candidates(fact: Fact, situation: Situation): Partial<Person>[] {
    const { person, coverageYear } = situation
    switch (fact) {
      case 'identities':
        return this.identityCandidates(person.identities).map((identities) => ({ identities }))
      case 'residence':
        return [...this.residences, unnamed].map((residence) => ({ residence }))
      case 'student':
        return [...new Set([...this.students, 'none'])].map((student) => ({ student }))
      case 'tier':
        return [...this.tiers].map((tier) => ({ tier }))
      case 'otherCover':
        return (['none', 'employee', 'residentElsewhere'] as const).map((otherCover) => ({ otherCover }))
      case 'sex':
        return [{ sex: 'female' }, { sex: 'male' }]
      case 'parentInsured':
        return [{ parentInsured: true }, { parentInsured: false }]
      case 'couldNotEnrollInBirthYear':
        return [{ couldNotEnrollInBirthYear: true }, { couldNotEnrollInBirthYear: false }]
      case 'repairedYears':
        return [{ repairedYears: 0 }]
      case 'lastCovered':
        return this.lastCoveredCandidates(person, coverageYear)
      case 'employeeCoverEnded':
        return ['never', situation.on, addMonths(situation.on, -120), ...this.coverEnds].map((ended) => ({
          employeeCoverEnded: ended,
        }))
      case 'born':
        return this.bornCandidates(situation).map((born) => ({ born }))
    }
  }

  private identityCandidates(held: readonly HeldIdentity[] | undefined): (readonly HeldIdentity[])[] {
    if (held !== undefined) return this.gradesOf(held)
    const singles = [...this.identities].flatMap(([code, days]) => [
      [{ code }],
      ...[...days].flatMap((day) => [[{ code, since: day }], [{ code, since: addDays(day, 1) }]]),
    ])
    return [[], ...singles, ...this.identitySets.map((set) => set.map((code) => ({ code })))]
  }

  /** A kind held without its grade becomes each grade the table names, and one it does not. */
  private gradesOf(held: readonly HeldIdentity[]): (readonly HeldIdentity[])[] {
    const index = held.findIndex(({ code }) => !code.includes('/') && this.namedGrades(code).length > 0)
    const open = held[index]
    if (open === undefined) return [held]
    const grades = [...this.namedGrades(open.code), `${open.code}/${unnamed}`]
    return grades.map((code) => held.map((one, at) => (at === index ? { ...one, code } : one)))
  }

  private namedGrades(kind: string): string[] {
    return [...this.identities.keys()].filter((code) => code.startsWith(`${kind}/`))
  }

  /** Years that are repaired cost money as far back as they were missed. */
  private lastCoveredCandidates(
    { born, repairedYears = 0 }: Person,
    coverageYear: number,
  ): Partial<Person>[] {
    const longest = Math.max(this.longestLapse, repairedYears + 1)
    const earliest = born === undefined ? -Infinity : yearOf(born)
    const years = Array.from({ length: longest + 2 }, (_, missed) => coverageYear - 1 - missed)
    const covered = years.filter((year) => year >= earliest).map((lastCovered) => ({ lastCovered }))
    return [{ lastCovered: 'never' as const }, ...covered]
  }

  private bornCandidates({ on, coverageYear }: Situation): CivilDay[] {
    const days = new Set<CivilDay>()
    const measured = new Set<CivilDay>([on, yearStart(coverageYear), yearEnd(coverageYear)])
    for (const day of this.ageDays) if (/^\d/.test(day)) measured.add(day)
    for (const age of this.ages)
      for (const day of measured) {
        const birthday = addMonths(day, -12 * age)
        days.add(birthday)
        days.add(addDays(birthday, 1))
      }
    for (const bound of this.birthDays) days.add(bound).add(addDays(bound, -1)).add(addDays(bound, 1))
    const born = [...days].filter((day) => day <= on)
    return born.length > 0 ? born : [addMonths(on, -480)]
  }
}

const boundsOf = ({ from, after, to, before }: Days): CivilDay[] =>
  [from, after, to, before].filter((day) => day !== undefined)
