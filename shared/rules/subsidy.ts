/** 资助: the best single subsidy a person's identities earn. Tables say how much and for whom; this file, how they combine. */
import { stated, union, unstated, type Clause, type Single } from './answer'
import type { PassedOver, Settlement } from './assessment'
import { recognisedIn } from './conditions'
import type { Pick } from './openValue'
import type { Situation } from './situation'
import type { Tier, Tiers } from './tiers'

/** What won, out of everything a person's identities earn. */
export interface Won {
  subsidy: Single<number>
  identity: Single<string>
  settlement: Single<Settlement>
  /** The whole fee, even where the notice does not state the fee. */
  isFull: boolean
  passedOver: readonly PassedOver[]
}

interface Claim {
  identity: string
  fen: Single<number>
  settlement: Single<Exclude<Settlement, 'none'>>
  isFull: boolean
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
      claims.push({
        identity: held.code,
        fen,
        settlement: tier.settlement(s),
        isFull: tier.isFull,
        clauses: tier.clauses,
      })
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
  isFull: false,
  passedOver: [],
})

const wonBy = (claim: Claim, others: readonly Claim[], by: readonly Clause[] = []): Won => ({
  subsidy: by.length > 0 ? { ...claim.fen, clauses: union(claim.fen.clauses, by) } : claim.fen,
  identity: stated(claim.identity, claim.clauses),
  settlement: claim.settlement,
  isFull: claim.isFull,
  passedOver: passedOver(others, claim.identity),
})

const passedOver = (claims: readonly Claim[], winner: string): PassedOver[] =>
  claims
    .filter(({ identity }) => identity !== winner)
    .map(({ identity, fen, settlement }) => ({ identity, amount: fen, settlement }))

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
    isFull: false,
    passedOver: passedOver(claims, ''),
  }
}

const sameValue = <T>(one: Single<T>, other: Single<T>): boolean =>
  one.kind === 'stated' && other.kind === 'stated' && one.value === other.value
