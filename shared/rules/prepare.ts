/** Turns a table into the form the rules run on, once per table and per amending notice. */
import type { PolicyTable } from '../policy/table'
import { stated, union, unstated, type Clause, type Single, type Stated } from './answer'
import type { CivilDay } from './civilDay'
import { compilePhase, type CompiledPhase } from './collection'
import { always, compileWhen, type Test } from './conditions'
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
import { compileRefund, type RefundRules } from './refund'
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
  noRefund: { oncePaid: readonly Clause[] | undefined; onDuplicate: readonly Clause[] | undefined }
  refund: RefundRules
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
  return {
    coverageYear: table.coverageYear,
    ask: table.ask,
    domains,
    fees: table.fee.map((row) => compileFee(row, domains, cite)),
    tiers: new Tiers(table.subsidies.map((row) => compileTier(row, domains, cite))),
    several: compileCited(table.severalIdentities, cite, (rule: 'highest') => rule),
    nothingWon: nothingWon(scope),
    later: compileLaterRecognitions(table.recognisedLater, scope, domains, cite),
    phases: table.phases.map((row) => compilePhase(row, table.coverageYear, domains, cite)),
    coverTo: compileCitedEnd(table.coverTo, table.coverageYear, cite),
    eligibility: table.eligibility.map((row) => compileEligibility(row, domains, cite)),
    exclusions: compileExclusions(table, cite),
    papers: (table.documents ?? []).map((row) => ({
      test: compileWhen(row.when, domains),
      papers: papersOf(row),
      clauses: cite(row.clause),
    })),
    newborn: compileNewborn(table.newborn, table.coverageYear, domains, cite),
    channels: channelsOf(table, domains, cite),
    noRefund: {
      oncePaid: refused(table.refund.oncePaid, cite),
      onDuplicate: refused(table.refund.onDuplicate, cite),
    },
    refund: compileRefund(table, cite),
  }
}

function channelsOf({ channels }: PolicyTable, domains: Domains, cite: Cite): Rules['channels'] {
  if (!Array.isArray(channels)) return unstated(cite(channels.clause), channels.ask)
  const rows = channels.map((row) => ({
    test: compileWhen(row.when, domains),
    answer: stated<readonly string[]>([row.channel], cite(row.clause)),
  }))
  const forAll = rows.filter(({ test }) => test === always).map(({ answer }) => answer)
  const forSome = rows.filter(({ test }) => test !== always)
  return forAll.length === 0 ? forSome : [{ test: always, answer: forAll.reduce(joinChannels) }, ...forSome]
}

export const joinChannels = (one: Stated<readonly string[]>, other: Stated<readonly string[]>): typeof one =>
  stated(union(one.value, other.value), union(one.clauses, other.clauses))

function refused(rule: PolicyTable['refund']['oncePaid'], cite: Cite): readonly Clause[] | undefined {
  return 'value' in rule && rule.value === 'none' ? cite(rule.clause) : undefined
}
