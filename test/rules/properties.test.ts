/** What must hold for every table, every person and every day. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { PolicyTable } from '../../shared/policy/table'
import type { Answer } from '../../shared/rules/answer'
import { assess } from '../../shared/rules/assess'
import type { Assessment } from '../../shared/rules/assessment'
import { yearStart } from '../../shared/rules/civilDay'
import type { Person } from '../../shared/rules/person'
import { citesOf } from '../cases/shown'
import { allTables, tableName } from './allTables'
import { anyDayFor, anyPersonFor, knownPersonFor, nearlyKnownPersonFor, without } from './anyPerson'
import { canonical, shuffledTable } from './anyOrder'
import { citableClauses } from './citableClauses'
import { impliedSums } from './impliedSums'

/** For each of the tables: other examples come with another seed (`FC_SEED`). */
const runs = { numRuns: 100 }

const fenIn = (answer: Answer<number>): number | undefined =>
  answer.kind === 'stated' ? answer.value : undefined

/** Every value an answer holds, in whatever form. */
function valuesOf<T>(answer: Answer<T>): T[] {
  if (answer.kind === 'stated') return [answer.value]
  if (answer.kind === 'readings') return answer.readings.map(({ value }) => value)
  if (answer.kind === 'open') return answer.possible.flatMap(valuesOf)
  return []
}

const answersOf = (assessment: Assessment): [string, Answer<unknown>][] =>
  Object.entries(assessment).filter(
    (entry): entry is [string, Answer<unknown>] =>
      typeof entry[1] === 'object' && entry[1] !== null && 'kind' in entry[1],
  )

describe.each(allTables.map((table) => ({ name: tableName(table), table })))('$name', ({ table }) => {
  const day = anyDayFor(table)
  const sums = impliedSums(table)

  it('answers anyone the types allow, the same twice', () => {
    fc.assert(
      fc.property(anyPersonFor(table), day, (person, on) => {
        expect(isDeepStrictEqual(assess(table, person, on), assess(table, person, on))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('keeps what is charged, given, paid and returned in balance', () => {
    fc.assert(
      fc.property(knownPersonFor(table), day, (known, on) => {
        const assessment = assess(table, { ...known, repairedYears: 0 }, on)
        const charge = fenIn(assessment.charge)
        const subsidy = fenIn(assessment.subsidy)
        const due = fenIn(assessment.due)
        const standard = fenIn(assessment.standard)
        if (due !== undefined) expect(due).toBeGreaterThanOrEqual(0)
        if (subsidy !== undefined && standard !== undefined) expect(subsidy).toBeLessThanOrEqual(standard)
        if (assessment.decision !== 'mayEnroll' || assessment.settlement.kind !== 'stated') return
        if (charge === undefined || due === undefined) return
        balances(assessment.settlement.value, { charge, subsidy, due, assessment })
      }),
      runs,
    )
  })

  it('holds no sum that the table does not state or imply', () => {
    fc.assert(
      fc.property(nearlyKnownPersonFor(table), day, (person, on) => {
        const { standard, charge, subsidy, due, reimbursed, dueBetween } = assess(table, person, on)
        for (const value of valuesOf(standard)) expect(sums.fees).toContain(value)
        for (const value of valuesOf(charge)) expect(sums.charges).toContain(value)
        for (const value of [...valuesOf(subsidy), ...valuesOf(reimbursed)])
          expect(sums.subsidies).toContain(value)
        for (const value of valuesOf(due)) expect(sums.dues).toContain(value)
        if (dueBetween) expect(sums.dues).toContain(dueBetween.fromFen)
        if (dueBetween?.toFen) expect(sums.dues).toContain(dueBetween.toFen)
      }),
      runs,
    )
  })

  it('never widens the range when a fact becomes known', () => {
    const fact = fc.constantFrom<keyof Person>(
      'identities',
      'residence',
      'otherCover',
      'lastCovered',
      'sex',
      'student',
      'tier',
      'employeeCoverEnded',
      'parentInsured',
      'couldNotEnrollInBirthYear',
    )
    fc.assert(
      fc.property(knownPersonFor(table), fact, fact, day, (known, first, second, on) => {
        const person = without(known, [first])
        const narrow = assess(table, person, on).dueBetween
        const wide = assess(table, without(person, [second]), on).dueBetween
        if (narrow === null) return
        expect(wide).not.toBeNull()
        expect(wide?.fromFen).toBeLessThanOrEqual(narrow.fromFen)
        expect(wide?.toFen ?? Infinity).toBeGreaterThanOrEqual(narrow.toFen ?? Infinity)
      }),
      runs,
    )
  })

  it('states what is due as soon as the range is one number', () => {
    fc.assert(
      fc.property(nearlyKnownPersonFor(table), day, (person, on) => {
        const { due, dueBetween } = assess(table, person, on)
        if (due.kind === 'stated') expect(dueBetween).toEqual({ fromFen: due.value, toFen: due.value })
        else if (due.kind === 'open' && dueBetween && due.possible.every(({ kind }) => kind === 'stated'))
          expect(dueBetween.fromFen).not.toBe(dueBetween.toFen)
      }),
      runs,
    )
  })

  it('gives the same answer in any order of rows and of what a person has', () => {
    const shuffle = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
    fc.assert(
      fc.property(nearlyKnownPersonFor(table), day, shuffle, (person, on, random) => {
        const draw = (): number => random.next().value as number
        const other = shuffledTable(table, draw)
        const turned = {
          ...person,
          ...(person.identities && { identities: [...person.identities].reverse() }),
          ...(person.documents && { documents: [...person.documents].reverse() }),
        }
        expect(canonical(assess(other, turned, on))).toEqual(canonical(assess(table, person, on)))
      }),
      { numRuns: 80 },
    )
  })

  it('gives a clause for every answer to someone who may enroll, and only clauses of the table', () => {
    const citable = citableClauses(table)
    fc.assert(
      fc.property(nearlyKnownPersonFor(table), day, (person, on) => {
        const assessment = assess(table, person, on)
        for (const clause of citesOf(assessment)) expect(citable).toContain(clause)
        if (assessment.decision !== 'mayEnroll') return
        const silent = answersOf(assessment).filter(([, answer]) => isUncited(answer))
        expect(silent).toEqual([])
      }),
      runs,
    )
  })

  it('starts cover before the coverage year only for newborns and where the table says so', () => {
    const stated = statedStarts(table)
    fc.assert(
      fc.property(nearlyKnownPersonFor(table), day, (person, on) => {
        for (const start of valuesOf(assess(table, person, on).coverageFrom))
          if (start < yearStart(table.coverageYear)) expect([...stated, person.born]).toContain(start)
      }),
      runs,
    )
  })
})

const withHighestRule = allTables.filter(({ severalIdentities }) => 'value' in severalIdentities)

it.each(withHighestRule.map((table) => ({ name: tableName(table), table })))(
  '$name: one identity more never costs more in the end',
  ({ table }) => {
    fc.assert(
      fc.property(knownPersonFor(table), knownPersonFor(table), anyDayFor(table), (known, other, on) => {
        const held = known.identities ?? []
        const added = (other.identities ?? []).filter(({ code }) => held.every((one) => one.code !== code))
        const before = assess(table, known, on)
        const after = assess(table, { ...known, identities: [...held, ...added] }, on)
        const [was, is] = [burden(before), burden(after)]
        if (was === undefined || is === undefined) return
        if (canonical(before.phase) !== canonical(after.phase)) return
        expect(is).toBeLessThanOrEqual(was)
      }),
      { numRuns: 250 },
    )
  },
)

/** What a person has paid when everything is settled. */
function burden({ due, reimbursed }: Assessment): number | undefined {
  const [paid, back] = [fenIn(due), fenIn(reimbursed)]
  return paid === undefined || back === undefined ? undefined : paid - back
}

interface Sums {
  charge: number
  subsidy: number | undefined
  due: number
  assessment: Assessment
}

function balances(settlement: string, { charge, subsidy, due, assessment }: Sums): void {
  const reimbursed = fenIn(assessment.reimbursed)
  if (settlement === 'none') expect([due, subsidy, reimbursed]).toEqual([charge, 0, 0])
  if (settlement === 'reimbursement') expect([due, reimbursed]).toEqual([charge, subsidy])
  if (settlement === 'netCollection') expect([due + (subsidy ?? 0), reimbursed]).toEqual([charge, 0])
  if (settlement === 'paidOnBehalf') expect([due, reimbursed]).toEqual([0, 0])
}

function isUncited(answer: Answer<unknown>): boolean {
  if (answer.kind === 'open') return answer.possible.some(isUncited)
  if (answer.kind === 'readings') return answer.readings.some(isUncited)
  return answer.clauses.length === 0
}

/** Days the table itself gives as a start of cover. */
function statedStarts(table: PolicyTable): string[] {
  return [...JSON.stringify(table).matchAll(/"on":"(\d{4}-\d{2}-\d{2})"/g)].map(([, start]) => start ?? '')
}
