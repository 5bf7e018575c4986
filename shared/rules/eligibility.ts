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

/** A row is itself what it says of whoever lacks none of its papers. */
export interface CompiledEligibility extends Admission {
  test: Test
  /** The papers of the row that decide: all of these, and one out of each group. */
  deciding: Papers
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
  const { allOf, oneOf } = papers.kind === 'stated' ? papers.value : noPapers
  const isEveryones = (code: string): boolean => everyonesPapers.includes(code)
  return {
    test: compileWhen(row.when, domains),
    deciding: {
      allOf: allOf.filter((code) => !isEveryones(code)),
      oneOf: oneOf.filter((group) => !group.some(isEveryones)),
    },
    enroll: row.enroll,
    papers,
    missing: [],
    place: row.place,
    clauses,
  }
}

const noRow: Admission = { enroll: 'unstated', papers: unstated([]), missing: [], clauses: [] }

export function admissionOf(rows: readonly CompiledEligibility[], s: Situation): Admission {
  for (const row of rows) {
    if (!row.test(s)) continue
    const { allOf, oneOf } = row.deciding
    if (allOf.length + oneOf.length === 0) return row
    const held = heldPapers(s.person)
    const lacks = (code: string): boolean => !held.includes(code)
    const missing = [...allOf.filter(lacks), ...oneOf.filter((group) => group.every(lacks)).flat()]
    return missing.length === 0 ? row : { ...row, missing }
  }
  return noRow
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
