/**
 * Which values of an unknown fact can make a difference under one table: one stand-in for each group of people
 * that the table tells apart. Trying all of them is how an unknown fact becomes a range and a question.
 */
import type { Condition, Days, Numbers, Span } from '../policy/table'
import { addDays, addMonths, yearEnd, yearOf, yearStart, type CivilDay } from './civilDay'
import type { Fact, HeldIdentity, Person } from './person'
import { covers, type Test } from './conditions'
import type { Situation } from './situation'

/** Stands for every code a table does not name. */
const unnamed = 'unnamed'

type CodeFact = 'residence' | 'student' | 'otherCover'

export class Domains {
  /** The one decision which day an age without a day means (payment day, or first day of the year). */
  readonly undatedAge = {}
  private readonly codes: Record<CodeFact, Set<string>> = {
    residence: new Set([unnamed]),
    student: new Set(['none']),
    otherCover: new Set(['none', 'employee', 'residentElsewhere']),
  }
  private readonly tiers = new Set<number>()
  private readonly ages = new Set<number>()
  private readonly ageDays = new Set<CivilDay>()
  private readonly identities = new Map<string, Set<CivilDay>>()
  private readonly deciding = new Set<string>()
  private readonly identitySets: (readonly string[])[] = []
  private readonly birthDays = new Set<CivilDay>()
  private readonly coverEnds = new Set<CivilDay>()
  private longestLapse = 1
  private readonly tests: Record<'identities' | 'student', Test[]> = { identities: [], student: [] }
  private readonly claims: { listed: readonly string[]; test: Test }[] = []

  addCodes(fact: CodeFact, codes: readonly string[]): void {
    for (const code of codes) this.codes[fact].add(code)
  }

  addTiers(tiers: readonly number[]): void {
    for (const tier of tiers) this.tiers.add(tier)
  }

  /** `on` may be a stated day; the others follow from the question. */
  addAges(from: number, to: number, on: string | undefined): void {
    if (from > 0) this.ages.add(from)
    if (to < Infinity) this.ages.add(to + 1)
    if (on !== undefined && /^\d/.test(on)) this.ageDays.add(on)
  }

  addIdentity(code: string, recognised: Days = {}): void {
    const days = this.identities.get(code) ?? new Set<CivilDay>()
    for (const bound of boundsOf(recognised)) days.add(bound)
    this.identities.set(code, days)
  }

  /** An identity that decides more than its own subsidy, so that it matters beside every other. */
  addDecidingIdentity(code: string, recognised?: Days): void {
    this.addIdentity(code, recognised)
    this.deciding.add(code)
  }

  /** Identities that count only together. */
  addIdentitySet(codes: readonly string[]): void {
    this.identitySets.push(codes)
  }

  addBirthDays(range: Days): void {
    addAround(range, this.birthDays)
  }

  addCoverEnd(range: Days | { within: Span }): void {
    if (!('within' in range)) addAround(range, this.coverEnds)
  }

  addLapse(years: Numbers): void {
    this.longestLapse = Math.max(this.longestLapse, years.from ?? 0, (years.to ?? 0) + 1)
  }

  /** A condition that asks for nothing but this fact. */
  addTest(fact: keyof Condition, test: Test): void {
    if (fact === 'identities' || fact === 'student') this.tests[fact].push(test)
  }

  /** Identities that earn something, and the condition on the person's other identities under which they do. */
  addClaim(listed: readonly string[], test: Test): void {
    this.claims.push({ listed, test })
  }

  /** Of the candidates no table row tells apart, the first: the others' answers would be the same, word for word. */
  distinct(fact: Fact, situation: Situation): Partial<Person>[] {
    const candidates = this.candidates(fact, situation)
    if (fact !== 'identities' && fact !== 'student') return candidates
    const found = new Map<unknown, Partial<Person>>()
    for (const candidate of candidates) {
      const marks = this.marksOf(fact, situation.withPerson(candidate)) ?? candidate
      if (!found.has(marks)) found.set(marks, candidate)
    }
    return [...found.values()]
  }

  /**
   * How every condition on the fact turns out, and the identities that can earn something. `undefined` where that
   * hangs on more: on the day of a recognition, or on a grade. What turns out without the grade turns out so with any.
   */
  private marksOf(fact: 'identities' | 'student', s: Situation): string | undefined {
    const held = fact === 'identities' ? (s.person.identities ?? []) : []
    if (held.some(({ since }) => since !== undefined)) return undefined
    const alone = s.at(s.on, s.person)
    const outcomes = this.tests[fact].map((test) => test(alone))
    const earning = held.filter(({ code }) => this.canEarn(code, alone))
    return alone.need === undefined ? [...outcomes, ...earning.map(({ code }) => code)].join() : undefined
  }

  private canEarn(code: string, s: Situation): boolean {
    return this.claims.some(
      ({ listed, test }) => listed.some((one) => covers(one, code) || covers(code, one)) && test(s),
    )
  }

  /** What the person may be, where `fact` is not known; each as a change to the person. */
  candidates(fact: Fact, situation: Situation): Partial<Person>[] {
    return this.valuesOf(fact, situation).map((value) => ({ [fact]: value }))
  }

  private valuesOf(fact: Fact, situation: Situation): readonly unknown[] {
    const { person, on } = situation
    switch (fact) {
      case 'identities':
        return this.identityCandidates(person)
      case 'lastCovered':
        return this.lastCoveredCandidates(person, situation.coverageYear)
      case 'born':
        return this.bornCandidates(situation)
      case 'employeeCoverEnded':
        return ['never', on, addMonths(on, -120), ...this.coverEnds]
      case 'tier':
        return [...this.tiers]
      case 'sex':
        return ['female', 'male']
      case 'parentInsured':
      case 'couldNotEnrollInBirthYear':
        return [true, false]
      case 'repairedYears':
        return [0]
      default:
        return [...this.codes[fact]]
    }
  }

  /** An identity may also have come after a payment. */
  private identityCandidates({ identities: held, paid }: Person): (readonly HeldIdentity[])[] {
    if (held !== undefined) return this.gradesOf(held)
    const afterPaying = paid ? [addDays(paid.on, 1)] : []
    const singles: HeldIdentity[][] = [...this.identities].flatMap(([code, days]) => [
      [{ code }],
      ...[...days, ...afterPaying].flatMap((day) => [
        [{ code, since: day }],
        [{ code, since: addDays(day, 1) }],
      ]),
    ])
    const pairs = singles.flatMap(([one]) =>
      one && this.deciding.has(one.code)
        ? [...this.identities.keys()].filter((code) => code !== one.code).map((code) => [one, { code }])
        : [],
    )
    return [[], ...singles, ...pairs, ...this.identitySets.map((set) => set.map((code) => ({ code })))]
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
  ): (number | 'never')[] {
    const longest = Math.max(this.longestLapse, repairedYears + 1)
    const years = Array.from({ length: longest + 2 }, (_, missed) => coverageYear - 1 - missed)
    return ['never', ...years.filter((year) => born === undefined || year >= yearOf(born))]
  }

  private bornCandidates({ on, coverageYear }: Situation): CivilDay[] {
    const days = new Set(this.birthDays)
    for (const age of this.ages)
      for (const day of [on, yearStart(coverageYear), yearEnd(coverageYear), ...this.ageDays]) {
        const birthday = addMonths(day, -12 * age)
        days.add(birthday).add(addDays(birthday, 1))
      }
    const born = [...days].filter((day) => day <= on)
    return born.length > 0 ? born : [addMonths(on, -480)]
  }
}

const boundsOf = ({ from, after, to, before }: Days): CivilDay[] =>
  [from, after, to, before].filter((day) => day !== undefined)

/** A bound and the days beside it tell apart whoever a range tells apart. */
function addAround(range: Days, days: Set<CivilDay>): void {
  for (const bound of boundsOf(range)) days.add(bound).add(addDays(bound, -1)).add(addDays(bound, 1))
}
