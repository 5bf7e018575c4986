/** Turns a table into the form the rules run on, once per table and per amending notice. */
import type { PolicyTable } from '../policy/table'
import { stated, union, unstated, type Single, type Stated } from './answer'
import type { Cited, Warning } from './assessment'
import type { CivilDay } from './civilDay'
import { compilePhase, type CompiledPhase } from './collection'
import { compileWhen, type Test } from './conditions'
import { compileCitedEnd } from './coverageEnd'
import { Domains } from './domains'
import { compileLaterRecognitions, type LaterRecognitions } from './duplicates'
import {
  compileEligibility,
  compileExclusions,
  papersOf,
  type CompiledEligibility,
  type CompiledPapers,
  type Exclusions,
} from './eligibility'
import { compileFee, type Fee } from './fee'
import { inForceOn, versionsOf, type Version } from './inForce'
import { compileNewborn, type NewbornRules } from './newborn'
import { citing, compileCited, type Cite, type Pick } from './openValue'
import { nothingWon, type Won } from './subsidy'
import { compileTier, subsidyScope, Tiers } from './tiers'

/** Channels for the same people. */
export interface Channels {
  test: Test
  answer: Stated<readonly string[]>
}

export interface Rules {
  coverageYear: number
  ask: string
  domains: Domains
  fees: readonly Fee[]
  tiers: Tiers
  several: Pick<'highest'>
  nothingWon: Won
  later: LaterRecognitions
  phases: readonly CompiledPhase[]
  coverTo: Pick<CivilDay>
  eligibility: readonly CompiledEligibility[]
  exclusions: Exclusions
  papers: readonly CompiledPapers[]
  newborn: NewbornRules
  channels: readonly Channels[] | Single<never>
  /** What whoever pays is warned of: that it does not come back. */
  noRefund: readonly Cited<Warning>[]
}

interface Compiled {
  from: CivilDay
  rules: Rules
}

const prepared = new WeakMap<PolicyTable, readonly [Compiled, ...Compiled[]]>()

/** The rules in force on a day: the notice, with what amending notices had replaced by then. */
export function rulesOf(table: PolicyTable, on: CivilDay): Rules {
  let versions = prepared.get(table)
  if (!versions) prepared.set(table, (versions = compiledVersions(table)))
  return inForceOn(versions, on).rules
}

function compiledVersions(table: PolicyTable): [Compiled, ...Compiled[]] {
  const [first, ...later] = versionsOf(table)
  return [compiled(first), ...later.map(compiled)]
}

const compiled = ({ from, table }: Version): Compiled => ({ from, rules: compile(table) })

function compile(table: PolicyTable): Rules {
  const domains = new Domains()
  const cite = citing(table.notice.id)
  const scope = subsidyScope(table, cite)
  const fees = table.fee.map((row) => compileFee(row, domains, cite))
  const tiers = new Tiers(table.subsidies.map((row) => compileTier(row, domains, cite)))
  const later = compileLaterRecognitions(table.recognisedLater, scope, domains, cite)
  const phases = table.phases.map((row) => compilePhase(row, table.coverageYear, domains, cite))
  return {
    coverageYear: table.coverageYear,
    ask: table.ask,
    domains,
    fees,
    tiers,
    several: compileCited(table.severalIdentities, cite, (rule: 'highest') => rule),
    nothingWon: nothingWon(scope),
    later,
    phases,
    coverTo: compileCitedEnd(table.coverTo, table.coverageYear, cite),
    eligibility: table.eligibility.map((row) => compileEligibility(row, domains, cite)),
    exclusions: compileExclusions(table, cite),
    papers: (table.documents ?? []).map((row) => ({
      test: compileWhen(row.when, domains),
      papers: papersOf(row),
      clauses: cite(row.clause),
    })),
    newborn: compileNewborn(table, phases, domains, cite),
    channels: channelsOf(table, domains, cite),
    noRefund: [
      ...refused('noRefundOncePaid', table.refund.oncePaid, cite),
      ...refused('noRefundOnDuplicate', table.refund.onDuplicate, cite),
    ],
  }
}

function channelsOf({ channels }: PolicyTable, domains: Domains, cite: Cite): Rules['channels'] {
  if (!Array.isArray(channels)) return unstated(cite(channels.clause), channels.ask)
  const rows = new Map<string, Channels>()
  for (const { when, channel, clause } of channels) {
    const whom = JSON.stringify(when ?? {})
    const answer = stated<readonly string[]>([channel], cite(clause))
    const same = rows.get(whom)
    if (same) same.answer = joinChannels(same.answer, answer)
    else rows.set(whom, { test: compileWhen(when, domains), answer })
  }
  return [...rows.values()]
}

export const joinChannels = (one: Stated<readonly string[]>, other: Stated<readonly string[]>): typeof one =>
  stated(union(one.value, other.value), union(one.clauses, other.clauses))

const refused = (
  code: Warning,
  rule: PolicyTable['refund']['oncePaid'],
  cite: Cite,
): readonly Cited<Warning>[] =>
  'value' in rule && rule.value === 'none' ? [{ code, clauses: cite(rule.clause) }] : []
