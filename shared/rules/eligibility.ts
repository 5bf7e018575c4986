/** 参保对象: who may enroll here, with which papers, and who is kept out because they are insured already. */
import type { Eligibility, PaperList, PolicyTable } from '../policy/table'
import { stated, union, unstated, type Clause, type Single } from './answer'
import type { Cited, Papers, Reason } from './assessment'
import { compileWhen, type Test } from './conditions'
import type { Domains } from './domains'
import type { Cite } from './openValue'
import type { Person } from './person'
import type { Situation } from './situation'

/** Papers everyone brings: they are listed and never hold up a decision (rules.md). */
const everyonesPapers = ['idCard', 'householdRegister', 'socialSecurityCard', 'registrationForm']

/** A residence that is defined by holding a paper proves that paper. */
const heldByResidence: Readonly<Record<string, string>> = {
  permit: 'residencePermit',
  longTerm: 'otherResidenceProof',
}

export interface CompiledEligibility {
  test: Test
  enroll: Eligibility['enroll']
  papers: Single<Papers>
  /** Where one registers (在哪里办), where the row says so. */
  place?: string
  clauses: readonly Clause[]
}

export interface CompiledPapers {
  test: Test
  papers: Papers
  clauses: readonly Clause[]
}

/** What the eligibility rows say of one person. */
export interface Admission {
  enroll: Eligibility['enroll']
  papers: Single<Papers>
  /** Deciding papers not yet in hand. */
  missing: readonly string[]
  /** Where one registers (在哪里办), where the notice says so. */
  place?: string
  clauses: readonly Clause[]
}

export const noPapers: Papers = { allOf: [], oneOf: [] }

export function papersOf({ allOf = [], oneOf = [] }: PaperList): Papers {
  const groups =
    oneOf.length === 0 ? [] : Array.isArray(oneOf[0]) ? (oneOf as string[][]) : [oneOf as string[]]
  return { allOf, oneOf: groups }
}

export function compileEligibility(row: Eligibility, domains: Domains, cite: Cite): CompiledEligibility {
  const clauses = cite(row.clause)
  const papers =
    row.documents === 'unstated'
      ? unstated(clauses)
      : stated(row.documents ? papersOf(row.documents) : noPapers, clauses)
  return { test: compileWhen(row.when, domains), enroll: row.enroll, papers, place: row.place, clauses }
}

export function admissionOf(rows: readonly CompiledEligibility[], s: Situation): Admission {
  const row = rows.find(({ test }) => test(s))
  if (!row) return { enroll: 'unstated', papers: unstated([]), missing: [], clauses: [] }
  const missing = row.papers.kind === 'stated' ? missingOf(row.papers.value, s.person) : []
  return { enroll: row.enroll, papers: row.papers, missing, place: row.place, clauses: row.clauses }
}

const nothing: readonly string[] = []

function missingOf(papers: Papers, person: Person): readonly string[] {
  if (papers === noPapers) return nothing
  const held = heldPapers(person)
  const lacking = papers.allOf.filter((code) => !everyonesPapers.includes(code) && !held.includes(code))
  const groups = papers.oneOf.filter(
    (group) => !group.some((code) => everyonesPapers.includes(code) || held.includes(code)),
  )
  return [...lacking, ...groups.flat()]
}

function heldPapers({ documents = [], residence }: Person): readonly string[] {
  const proved = residence === undefined ? undefined : heldByResidence[residence]
  return proved === undefined ? documents : [...documents, proved]
}

export const joinPapers = (one: Papers, other: Papers): Papers =>
  other === noPapers
    ? one
    : one === noPapers
      ? other
      : {
          allOf: union(one.allOf, other.allOf),
          oneOf: [
            ...one.oneOf,
            ...other.oneOf.filter((group) => !one.oneOf.some((known) => same(known, group))),
          ],
        }

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code))

export interface Exclusions {
  employee: { reason: Cited<Reason>; papers: Papers }
  residentElsewhere: { reason: Cited<Reason>; papers: Papers }
}

export function compileExclusions({ exclusions }: PolicyTable, cite: Cite): Exclusions {
  const compile = (row: PolicyTable['exclusions']['employee'], code: Reason): Exclusions['employee'] => ({
    reason: { code, clauses: cite(row.clause) },
    papers: row.documents ? papersOf(row.documents) : noPapers,
  })
  return {
    employee: compile(exclusions.employee, 'employeeInsured'),
    residentElsewhere: compile(exclusions.residentElsewhere, 'enrolledElsewhere'),
  }
}
