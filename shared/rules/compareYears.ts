/**
 * 年度比较: what changes for people from one coverage year's notice to the next, by the rule module's own answers for a plain resident:
 * whoever the notice takes first, insured the year before, with no other cover, on the last day of its collection.
 */
import type { PolicyTable } from '../policy/table'
import type { Answer, Clause } from './answer'
import { assess } from './assess'
import type { Settlement } from './assessment'
import type { CivilDay } from './civilDay'
import { inForceOn, versionsOf } from './inForce'
import { citing } from './openValue'

/** What one year says to somebody with certain identities. Sums are fen. */
export interface Share {
  standard: Answer<number>
  subsidy: Answer<number>
  /** The identity whose subsidy counts, `none`, or open. */
  subsidyFor: Answer<string>
  settlement: Answer<Settlement>
}

/** Asks one year's table what somebody with these identities gets. */
export function shareIn(table: PolicyTable, identities: readonly string[]): Share {
  const { standard, subsidy, subsidyFor, settlement } = assess(
    table,
    plainPerson(table, identities),
    lastDayOf(table),
  )
  return { standard, subsidy, subsidyFor, settlement }
}

/** What somebody bears in the end (个人负担), in fen: the fee less the subsidy; undefined where one of them is not one stated sum. */
export const burdenOf = ({ standard, subsidy }: Share): number | undefined =>
  standard.kind === 'stated' && subsidy.kind === 'stated' ? standard.value - subsidy.value : undefined

/** 集中征缴期, first and last day; null for an end that the notice leaves open. */
export interface Window {
  from: CivilDay | null
  to: CivilDay | null
  clauses: readonly Clause[]
}

export function windowOf(table: PolicyTable): Window | undefined {
  const phase = table.phases.find(({ phase: kind }) => kind === 'collecting')
  if (!phase) return undefined
  return {
    from: phase.from === 'unstated' ? null : phase.from,
    to: phase.to === 'open' ? null : phase.to,
    clauses: citing(table.notice.id)(phase.clause),
  }
}

/**
 * Every identity that one of the tables names, in the order of the tables; a kind that a table takes as a whole stands as the grades that
 * another table, or somebody (`held`), has.
 */
export function identitiesOf(tables: readonly PolicyTable[], held: readonly string[]): string[] {
  const named = tables.flatMap(({ subsidies }) => subsidies.flatMap(({ identities }) => identities))
  const kinds = new Set(named.map(kindOf))
  const all = new Set([...named, ...[...held].sort().filter((code) => kinds.has(kindOf(code)))])
  const graded = new Set([...all].filter((code) => code.includes('/')).map(kindOf))
  return [...all].filter((code) => code.includes('/') || !graded.has(code))
}

const kindOf = (code: string): string => code.split('/')[0] ?? code

/** The table as the last of its amending notices leaves it on its last day. */
export const tableAtEnd = (table: PolicyTable): PolicyTable =>
  inForceOn(versionsOf(table), lastDayOf(table)).table

function plainPerson(table: PolicyTable, identities: readonly string[]) {
  const first = table.eligibility.find(({ enroll }) => enroll === 'may')?.when?.residence
  return {
    ...(Array.isArray(first) && first[0] !== undefined ? { residence: first[0] } : {}),
    identities: identities.map((code) => ({ code })),
    otherCover: 'none' as const,
    lastCovered: table.coverageYear - 1,
    student: 'none',
  }
}

function lastDayOf({ phases, coverageYear }: PolicyTable): CivilDay {
  const phase = phases.find(({ phase: kind }) => kind === 'collecting')
  const days = [phase?.to, phase?.from].filter(
    (day) => day !== undefined && day !== 'open' && day !== 'unstated',
  )
  return days[0] ?? `${coverageYear - 1}-12-31`
}
