/** People of every kind the types allow, and days around a table's year. */
import fc, { type Arbitrary } from 'fast-check'
import type { PolicyTable } from '../../shared/policy/table'
import { addDays, yearOf, yearStart, type CivilDay } from '../../shared/rules/civilDay'
import type { HeldIdentity, Person } from '../../shared/rules/person'
import { vocabulary } from './allTables'

const words = (kind: 'residence' | 'student' | 'documents'): string[] => Object.keys(vocabulary[kind])

/** Kinds with a grade, and the bare kind: someone may not know the grade. */
const identityCodes = Object.entries(vocabulary.identities).flatMap(([kind, { grades }]) => [
  kind,
  ...Object.keys(grades ?? {}).map((grade) => `${kind}/${grade}`),
])

const dayWithin = (table: PolicyTable, from: number, to: number): Arbitrary<CivilDay> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(yearStart(table.coverageYear), days))

/** From four months before the year of cover to two weeks after it. */
export const anyDayFor = (table: PolicyTable): Arbitrary<CivilDay> => dayWithin(table, -130, 380)

const anyIdentity = (table: PolicyTable): Arbitrary<HeldIdentity> =>
  fc.record(
    { code: fc.constantFrom(...identityCodes), since: dayWithin(table, -400, 300) },
    { requiredKeys: ['code'] },
  )

const enrolledBefore = (table: PolicyTable): Arbitrary<number | 'never'> =>
  fc.oneof(
    fc.constant('never' as const),
    fc.integer({ min: table.coverageYear - 7, max: table.coverageYear - 1 }),
  )

const factsOf = (table: PolicyTable) => ({
  residence: fc.constantFrom(...words('residence')),
  identities: fc.uniqueArray(anyIdentity(table), { maxLength: 3, selector: ({ code }) => code }),
  otherCover: fc.constantFrom('none', 'none', 'none', 'employee', 'residentElsewhere'),
  lastCovered: fc.oneof(enrolledBefore(table), fc.constant(table.coverageYear)),
  born: fc.oneof(dayWithin(table, -30_000, 0), dayWithin(table, -400, 380)),
  sex: fc.constantFrom('female', 'male'),
  student: fc.constantFrom(...words('student')),
  tier: fc.constantFrom(1, 2),
  repairedYears: fc.integer({ min: 0, max: 6 }),
  employeeCoverEnded: fc.oneof(fc.constant('never' as const), dayWithin(table, -300, 300)),
  parentInsured: fc.boolean(),
  couldNotEnrollInBirthYear: fc.boolean(),
})

const notShownSoFar = (table: PolicyTable) => ({
  documents: fc.uniqueArray(fc.constantFrom(...words('documents')), { maxLength: 5 }),
  paid: fc.record({ on: anyDayFor(table), fen: fc.integer({ min: 0, max: 120_000 }) }),
})

/** Anyone: each fact known or not, children included, people who have paid before included. */
export const anyPersonFor = (table: PolicyTable): Arbitrary<Person> =>
  fc.record({ ...factsOf(table), ...notShownSoFar(table) }, { requiredKeys: [] })

/** Someone of whom every fact is known, who is not enrolled for the year yet: being so is shown, like a payment. */
export const knownPersonFor = (table: PolicyTable): Arbitrary<Person> =>
  (
    fc.record({
      ...factsOf(table),
      lastCovered: enrolledBefore(table),
      documents: notShownSoFar(table).documents,
    }) as Arbitrary<Person>
  ).map(inOneLife)

/** Nobody was covered before being born, and a child covered in its first year could enroll then. */
function inOneLife(person: Person): Person {
  const { born, lastCovered } = person
  if (born === undefined || typeof lastCovered !== 'number') return person
  return lastCovered < yearOf(born)
    ? { ...person, lastCovered: 'never' }
    : { ...person, couldNotEnrollInBirthYear: false }
}

/** Someone of whom nearly everything is known: rules over unknown facts try every possible person. */
export const nearlyKnownPersonFor = (table: PolicyTable): Arbitrary<Person> =>
  fc
    .tuple(
      knownPersonFor(table),
      fc.subarray(Object.keys(factsOf(table)) as (keyof Person)[], { maxLength: 2 }),
    )
    .map(([person, unknown]) => without(person, unknown))

export const without = (person: Person, facts: readonly (keyof Person)[]): Person =>
  Object.fromEntries(Object.entries(person).filter(([fact]) => !facts.includes(fact as keyof Person)))
