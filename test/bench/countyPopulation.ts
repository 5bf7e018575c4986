/**
 * A made-up county as the rosters know it: households with their ages, hukou, identities (often several, shared by
 * a family), cover elsewhere, years enrolled, and payments made before.
 */
import type { PolicyTable } from '../../shared/policy/table'
import { addDays, yearOf, type CivilDay } from '../../shared/rules/civilDay'
import type { HeldIdentity, Person } from '../../shared/rules/person'
import { randomFrom, type Random } from './randomFrom'

/** One question to the rules: this person, on this day. */
export interface Asked {
  person: Person
  on: CivilDay
}

const residences = [
  ['hukou', 880],
  ['hukouOtherTown', 40],
  ['permit', 30],
  ['longTerm', 20],
  ['marriedIn', 15],
  ['familyOfHukou', 8],
  ['none', 5],
  ['hmtPermit', 2],
] as const

/** Identities a whole household holds. */
const familyIdentities = [
  ['liftedOutOfPoverty', 30],
  ['registeredPoor/lifted2016', 8],
  ['registeredPoor/lifted2018', 8],
  ['registeredPoor/unlifted', 6],
  ['ruralDibao/1', 4],
  ['ruralDibao/2', 6],
  ['ruralDibao/3', 6],
  ['ruralDibao/4', 4],
  ['urbanDibao/full', 2],
  ['urbanDibao/partial', 3],
  ['dibaoMargin', 5],
  ['atRiskOfPoverty/unstable', 4],
  ['povertyMargin', 4],
  ['familyPlanning', 5],
] as const

const ownIdentities = [
  ['disability/1', 4],
  ['disability/2', 8],
  ['disability/3', 10],
  ['disability/4', 10],
  ['extremePoverty', 6],
  ['orphan', 1],
  ['preferentialTreatment', 3],
  ['retiredSoldier', 4],
] as const

/** `count` people of one county-year, asked on days around its first collection phase. */
export function countyPopulation(table: PolicyTable, count: number, seed: number): Asked[] {
  const random = randomFrom(seed)
  const people: Asked[] = []
  while (people.length < count) people.push(...household(table, random))
  return people.slice(0, count)
}

function household(table: PolicyTable, random: Random): Asked[] {
  const residence = random.weighted(residences)
  const shared: HeldIdentity[] = random.chance(0.2)
    ? [identity(random.weighted(familyIdentities), table, random)]
    : []
  if (shared.length > 0 && random.chance(0.25))
    shared.push(identity(random.weighted(familyIdentities), table, random))
  const size = 1 + Math.floor(random.next() * 5)
  return Array.from({ length: size }, () => asked(table, residence, shared, random))
}

/** The same county where one roster line in a hundred lacks a fact. */
export function withGaps<A extends Asked>(people: readonly A[], seed: number): A[] {
  const random = randomFrom(seed)
  return people.map((asked) => {
    if (!random.chance(0.01)) return asked
    const unknown = random.pick(['identities', 'lastCovered', 'otherCover'] as const)
    return { ...asked, person: { ...asked.person, [unknown]: undefined } }
  })
}

/** One in ten was recognised on a known day, around the collection period. */
const identity = (code: string, { coverageYear }: PolicyTable, random: Random): HeldIdentity =>
  random.chance(0.1)
    ? { code, since: addDays(`${coverageYear - 1}-09-01`, Math.floor(random.next() * 300)) }
    : { code }

function asked(
  table: PolicyTable,
  residence: string,
  shared: readonly HeldIdentity[],
  random: Random,
): Asked {
  const { coverageYear: year } = table
  const opens = table.phases.find(({ from }) => from !== 'unstated')?.from ?? `${year - 1}-09-10`
  const on = addDays(opens, Math.floor(random.next() * (random.chance(0.9) ? 120 : 420)))
  const born = addDays(on, -Math.floor(random.next() * (random.chance(0.02) ? 180 : 29000)))
  const own = random.chance(0.05) ? [identity(random.weighted(ownIdentities), table, random)] : []
  const person: Person = {
    residence,
    identities: [...shared, ...own],
    otherCover: random.weighted([
      ['none', 880],
      ['employee', 105],
      ['residentElsewhere', 15],
    ]),
    lastCovered: lastCovered(born, year, random),
    born,
    sex: random.pick(['female', 'male'] as const),
    student: studentOf(yearOf(on) - yearOf(born), random),
    documents: random.chance(0.7) ? ['nonEnrollmentCertificate', 'villageCertificate'] : [],
  }
  if (random.chance(0.3)) person.paid = { on, fen: 100 * Math.max(...feesOf(table)) }
  return { person, on: person.paid ? addDays(on, Math.floor(random.next() * 90)) : on }
}

const feesOf = (table: PolicyTable): number[] =>
  table.fee.map(({ yuan }) => (typeof yuan === 'number' ? yuan : 0))

function lastCovered(born: CivilDay, year: number, random: Random): number | 'never' {
  const last = random.weighted<number | 'never'>([
    [year - 1, 90],
    [year - 2, 4],
    [year - 4, 2],
    ['never', 4],
  ])
  return last !== 'never' && last < yearOf(born) ? 'never' : last
}

function studentOf(age: number, random: Random): string {
  if (age >= 3 && age <= 17) return random.chance(0.1) ? 'vocationalCounty' : 'pupil'
  if (age >= 18 && age <= 22)
    return random.chance(0.4) ? 'tertiary' : random.chance(0.1) ? 'freshman' : 'none'
  return 'none'
}
