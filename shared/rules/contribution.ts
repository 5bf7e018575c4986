/**
 * 个人缴费: the notice's fee, the best single subsidy (资助) a person's identities earn, and what follows: what is
 * paid now and what comes back later. Tables say how much and for whom; this file says how they combine.
 */
import type { FeeRow, PlainAmount, PlainCharge, PolicyTable, Subsidy } from '../policy/table'
import { andThen, stated, union, unstated, type Clause, type Single } from './answer'
import type { PassedOver, Settlement } from './assessment'
import { compileWhen, covers, recognisedIn, type Test } from './conditions'
import type { Domains } from './domains'
import { fenOf } from './money'
import { compileCited, compileOpen, type Cite, type Pick } from './openValue'
import type { Situation } from './situation'

export interface Fee {
  test: Test
  fen: Pick<number>
  share: Pick<number>
}

export interface Tier {
  identities: readonly string[]
  recognised: Subsidy['recognised']
  test: Test
  /** The subsidy for a fee, in fen. */
  amount: Pick<(feeFen: number) => number>
  settlement: Pick<Exclude<Settlement, 'none'>>
  clauses: readonly Clause[]
}

/** The tiers of a table by the identity that earns them. */
export class Tiers {
  private readonly byCode = new Map<string, TiersOfCode>()

  constructor(readonly all: readonly Tier[]) {}

  of(code: string): TiersOfCode {
    let found = this.byCode.get(code)
    if (!found) this.byCode.set(code, (found = this.search(code)))
    return found
  }

  private search(code: string): TiersOfCode {
    const lists = (test: (listed: string) => boolean): Tier[] =>
      this.all.filter(({ identities }) => identities.some(test))
    const isKind = !code.includes('/')
    return {
      sure: lists((listed) => covers(listed, code)),
      ungraded: isKind && lists((listed) => listed !== code && covers(code, listed)).length > 0,
    }
  }
}

interface TiersOfCode {
  sure: readonly Tier[]
  /** The table tells grades of this kind apart, and the person's grade is not known. */
  ungraded: boolean
}

/** What won, out of everything a person's identities earn. `bounds` hold the sums that are possible. */
export interface Won {
  subsidy: Single<number>
  identity: Single<string>
  settlement: Single<Settlement>
  passedOver: readonly PassedOver[]
}

export function compileFee(row: FeeRow, domains: Domains, cite: Cite): Fee {
  const clauses = cite(row.clause)
  return {
    test: compileWhen(row.when, domains),
    fen: compileOpen(row.yuan, clauses, cite, (yuan: number) => () => fenOf(yuan)),
    share: row.fiscalShareYuan
      ? compileCited(row.fiscalShareYuan, cite, (yuan: number) => () => fenOf(yuan))
      : () => unstated(clauses),
  }
}

export function compileTier(row: Subsidy, domains: Domains, cite: Cite): Tier {
  const clauses = cite(row.clause)
  for (const code of row.identities) domains.addIdentity(code, row.recognised)
  return {
    identities: row.identities,
    recognised: row.recognised,
    test: compileWhen(row.when, domains),
    amount: compileOpen(row.amount, clauses, cite, (amount: PlainAmount) => {
      const ofFee = amountOf(amount)
      return () => ofFee
    }),
    settlement: compileOpen(
      row.settlement,
      row.settlementClause ? cite(row.settlementClause) : clauses,
      cite,
      (settlement: Exclude<Settlement, 'none'>) => () => settlement,
    ),
    clauses,
  }
}

/** No subsidy is larger than the fee it is for. */
function amountOf(amount: PlainAmount): (feeFen: number) => number {
  if (amount === 'full') return (feeFen) => feeFen
  if (amount === 'none') return () => 0
  if ('yuan' in amount) return (feeFen) => Math.min(fenOf(amount.yuan), feeFen)
  if ('percent' in amount) return (feeFen) => Math.round((feeFen * amount.percent) / 100)
  return (feeFen) => Math.max(0, feeFen - fenOf(amount.netYuan))
}

export function feeOf(fees: readonly Fee[], s: Situation): Fee | undefined {
  return fees.find((fee) => fee.test(s))
}

/** The sum a phase asks for, in fen: the fee, the fiscal share on top, stated sums. */
export function chargeOf(charge: PlainCharge, fee: Single<number>, share: Single<number>): Single<number> {
  if (charge === 'free') return stated(0, [])
  if (charge.length === 1 && charge[0] === 'fee') return fee
  return charge.reduce<Single<number>>(
    (sum, item) => {
      const added = item === 'fee' ? fee : item === 'fiscalShare' ? share : stated(fenOf(item.yuan), [])
      return andThen(sum, (sumFen) => andThen(added, (fen) => stated(sumFen + fen, [])))
    },
    stated(0, []),
  )
}

interface Claim {
  identity: string
  fen: Single<number>
  settlement: Single<Exclude<Settlement, 'none'>>
  clauses: readonly Clause[]
}

/** 就高不就低: several identities, one subsidy, the largest sum, whatever the order of the table. */
export function bestSubsidy(
  tiers: Tiers,
  several: Pick<'highest'>,
  fee: Single<number>,
  nothing: Won,
  s: Situation,
): Won {
  if (s.identities().length === 0) return nothing
  const claims = claimsOf(tiers, fee, s)
  const [only] = claims
  if (only === undefined) return nothing
  if (claims.length === 1) return wonBy(only, [])
  const rule = several(s)
  return rule.kind === 'stated' ? highest(claims, fee, rule.clauses) : agreed(claims, rule.clauses)
}

function claimsOf(tiers: Tiers, fee: Single<number>, s: Situation): Claim[] {
  const claims: Claim[] = []
  for (const held of s.identities()) {
    const { sure, ungraded } = tiers.of(held.code)
    if (ungraded) s.require({ kind: 'fact', fact: 'identities' })
    for (const tier of sure) {
      if (!recognisedIn(tier.recognised, held) || !tier.test(s)) continue
      const fen = earnedFen(tier, fee, s)
      if (fen.kind === 'stated' && fen.value === 0) continue
      claims.push({ identity: held.code, fen, settlement: tier.settlement(s), clauses: tier.clauses })
    }
  }
  return claims
}

function earnedFen(tier: Tier, fee: Single<number>, s: Situation): Single<number> {
  const ofFee = tier.amount(s)
  if (fee.kind === 'unstated') return fee
  return ofFee.kind === 'unstated' ? ofFee : stated(ofFee.value(fee.value), ofFee.clauses)
}

/** No subsidy, as the clauses say that list who has one. */
export const nothingWon = (scope: readonly Clause[]): Won => ({
  subsidy: stated(0, scope),
  identity: stated('none', scope),
  settlement: stated('none', scope),
  passedOver: [],
})

/** Nobody is given more than is asked of them, and nothing where the notice asks nothing (免缴). */
export function withinCharge(won: Won, charge: Single<number>): Won {
  if (charge.kind === 'unstated') return won
  if (charge.value === 0) return nothingWon(charge.clauses)
  if (won.subsidy.kind === 'unstated' || won.subsidy.value <= charge.value) return won
  return { ...won, subsidy: stated(charge.value, union(won.subsidy.clauses, charge.clauses)) }
}

const wonBy = (claim: Claim, others: readonly Claim[], by: readonly Clause[] = []): Won => ({
  subsidy: by.length > 0 ? { ...claim.fen, clauses: union(claim.fen.clauses, by) } : claim.fen,
  identity: stated(claim.identity, claim.clauses),
  settlement: claim.settlement,
  passedOver: passedOver(others, claim.identity),
})

const passedOver = (claims: readonly Claim[], winner: string): PassedOver[] =>
  claims.filter(({ identity }) => identity !== winner).map(({ identity, fen }) => ({ identity, amount: fen }))

/** Of two equal sums the one that asks less of the person today is taken, so that no order of rows matters. */
const convenience = ['paidOnBehalf', 'netCollection', 'reimbursement']

function better(one: Claim, other: Claim): Claim {
  const difference = fenIn(other) - fenIn(one)
  if (difference !== 0) return difference > 0 ? other : one
  const rank = ({ settlement }: Claim): number =>
    settlement.kind === 'stated' ? convenience.indexOf(settlement.value) : convenience.length
  if (rank(one) !== rank(other)) return rank(one) < rank(other) ? one : other
  return one.identity <= other.identity ? one : other
}

const fenIn = ({ fen }: Claim): number => (fen.kind === 'stated' ? fen.value : -1)

function highest(claims: readonly Claim[], fee: Single<number>, by: readonly Clause[]): Won {
  const best = claims.reduce(better)
  const certain =
    claims.every(({ fen }) => fen.kind === 'stated') || (fee.kind === 'stated' && fenIn(best) >= fee.value)
  const others = claims.filter((claim) => claim !== best)
  return certain ? wonBy(best, others, by) : leftOpen(claims, by)
}

/** The notice does not say which identity counts: only what all of them agree on is certain. */
function agreed(claims: readonly Claim[], by: readonly Clause[]): Won {
  const best = claims.reduce(better)
  const same = claims.every((claim) => fenIn(claim) === fenIn(best) && claim.fen.kind === 'stated')
  const settled = claims.every(({ settlement }) => sameValue(settlement, best.settlement))
  return same && settled ? wonBy(best, claims, by) : leftOpen(claims, by)
}

function leftOpen(claims: readonly Claim[], by: readonly Clause[]): Won {
  const clauses = claims.reduce<readonly Clause[]>((all, claim) => union(all, claim.clauses), by)
  const [first, ...others] = claims as [Claim, ...Claim[]]
  const oneWay = others.every(({ settlement }) => sameValue(settlement, first.settlement))
  const settled = claims.reduce<readonly Clause[]>(
    (all, { settlement }) => union(all, settlement.clauses),
    [],
  )
  return {
    subsidy: unstated(clauses),
    identity: unstated(clauses),
    settlement: oneWay ? { ...first.settlement, clauses: settled } : unstated(clauses),
    passedOver: passedOver(claims, ''),
  }
}

const sameValue = <T>(one: Single<T>, other: Single<T>): boolean =>
  one.kind === 'stated' && other.kind === 'stated' && one.value === other.value

/** What is paid now. Someone reimbursed later (先缴后补) pays the whole charge first. */
export function dueOf(fee: Single<number>, charge: Single<number>, won: Won): Single<number> {
  return andThen(won.settlement, (settlement) => {
    if (settlement === 'paidOnBehalf' && isWhole(won.subsidy, fee)) return stated(0, won.subsidy.clauses)
    if (settlement === 'none' || settlement === 'reimbursement') return charge
    return andThen(charge, (chargeFen) =>
      andThen(won.subsidy, (subsidyFen) => stated(Math.max(0, chargeFen - subsidyFen), [])),
    )
  })
}

const isWhole = (subsidy: Single<number>, fee: Single<number>): boolean =>
  subsidy.kind === 'stated' && fee.kind === 'stated' && subsidy.value >= fee.value

/** What comes back to the benefit card later. */
export function reimbursedOf(won: Won): Single<number> {
  return andThen(won.settlement, (settlement) =>
    settlement === 'reimbursement' ? won.subsidy : stated(0, []),
  )
}

/** The sums `due` can have while it is not one number; `undefined` where not even the charge is stated. */
export function dueBounds(
  charge: Single<number>,
  due: Single<number>,
  won: Won,
): [number, number | null] | null {
  if (due.kind === 'stated') return [due.value, due.value]
  if (charge.kind === 'unstated') return null
  const subsidies = won.passedOver.length > 0 ? won.passedOver.map(({ amount }) => amount) : [won.subsidy]
  const largest = subsidies.map((fen) => (fen.kind === 'stated' ? fen.value : charge.value))
  return [Math.max(0, charge.value - Math.max(...largest)), charge.value]
}

export const subsidyScope = (table: PolicyTable, cite: Cite): readonly Clause[] =>
  table.subsidyScope ? cite(table.subsidyScope) : cite(table.subsidies.map(({ clause }) => clause).flat())
