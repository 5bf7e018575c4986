import type { CivilDay } from './civilDay'
import { yearOf } from './civilDay'
import type { Fact, HeldIdentity, Person } from './person'

/** What a rule could not go on without: a fact of the person, or a decision between readings of the text. */
export type Need = { kind: 'fact'; fact: Fact } | { kind: 'choice'; of: object; count: number }

/**
 * One person on one day, inside one reading of the text. A rule that meets something unknown notes the first
 * such `need` and goes on with anything: the result is thrown away and asked again with the need filled in.
 */
export class Situation {
  need: Need | undefined
  /** Something else was needed too, so not even the first reading is answered yet. */
  needsMore = false
  private recognised: readonly HeldIdentity[] | undefined

  constructor(
    readonly person: Person,
    readonly on: CivilDay,
    readonly coverageYear: number,
    private readonly choices: ReadonlyMap<object, number> | undefined = undefined,
  ) {}

  fact<F extends Fact>(fact: F): Person[F] {
    const value = this.person[fact]
    if (value === undefined) this.require({ kind: 'fact', fact })
    return value
  }

  /** Identities recognised by this day. One whose day is not known counts as recognised. */
  identities(): readonly HeldIdentity[] {
    return (this.recognised ??= this.recognisedBy(this.fact('identities') ?? []))
  }

  private recognisedBy(held: readonly HeldIdentity[]): readonly HeldIdentity[] {
    const isLater = ({ since }: HeldIdentity): boolean => since !== undefined && since > this.on
    return held.some(isLater) ? held.filter((one) => !isLater(one)) : held
  }

  /** Which of `count` readings of the same words holds here. */
  choose(of: object, count: number): number {
    const chosen = this.choices?.get(of)
    if (chosen === undefined) this.require({ kind: 'choice', of, count })
    return chosen ?? 0
  }

  require(need: Need): void {
    if (this.need === undefined) this.need = need
    else if (!isSame(this.need, need)) this.needsMore = true
  }

  /** Full coverage years missed since the last one enrolled; `never` for someone never covered. */
  missedYears(): number | 'never' {
    const last = this.fact('lastCovered')
    if (last === undefined || last === 'never') return 'never'
    return Math.max(0, this.coverageYear - last - 1)
  }

  withPerson(changed: Partial<Person>): Situation {
    const person = withConsequences({ ...this.person, ...changed }, this.coverageYear)
    return new Situation(person, this.on, this.coverageYear, this.choices)
  }

  /** The same readings, for what was known on another day. */
  at(day: CivilDay, person: Person): Situation {
    return new Situation(person, day, this.coverageYear, this.choices)
  }

  withChoice(of: object, index: number): Situation {
    return new Situation(this.person, this.on, this.coverageYear, new Map(this.choices).set(of, index))
  }
}

const isSame = (one: Need, other: Need): boolean =>
  one.kind === 'choice' && other.kind === 'choice' && one.of === other.of

/**
 * The person with what follows from what is known: nobody was covered before being born. Every fact has its
 * place, known or not, so that the rules always read the same shape, which is what makes them fast.
 */
export function withConsequences(person: Person, coverageYear: number): Person {
  const { born } = person
  let { lastCovered, couldNotEnrollInBirthYear } = person
  if (born !== undefined) {
    if (lastCovered === undefined && yearOf(born) >= coverageYear) lastCovered = 'never'
    if (typeof lastCovered === 'number' && lastCovered >= yearOf(born)) couldNotEnrollInBirthYear ??= false
  }
  return {
    residence: person.residence,
    identities: person.identities,
    otherCover: person.otherCover,
    lastCovered,
    born,
    sex: person.sex,
    student: person.student,
    tier: person.tier,
    repairedYears: person.repairedYears,
    employeeCoverEnded: person.employeeCoverEnded,
    parentInsured: person.parentInsured,
    couldNotEnrollInBirthYear,
    documents: person.documents,
    paid: person.paid,
  }
}
