/**
 * 重复参保与事后认定: whether a payment made before already covers the year, and what is owed to someone whose
 * identity was recognised only after paying in full.
 */
import type { PolicyTable } from '../policy/table'
import { stated, union, unstated, type Clause, type Single } from './answer'
import type { Supplement } from './assessment'
import type { Account } from './account'
import { firstOfMonth, type CivilDay } from './civilDay'
import { compileWhen, type Test } from './conditions'
import type { Domains } from './domains'
import type { Cite } from './openValue'
import type { Situation } from './situation'
import type { Won } from './subsidy'
import type { Tier } from './tiers'

export interface LaterRecognition {
  test: Test
  monthsOn: number
  clauses: readonly Clause[]
}

/** The rows, and the answer where nothing is owed. */
export interface LaterRecognitions {
  rows: readonly LaterRecognition[]
  none: Single<Supplement>
}

/** `scope`: where the notice lists who is subsidised; it stands in where the notice has no such rows. */
export function compileLaterRecognitions(
  later: PolicyTable['recognisedLater'],
  scope: readonly Clause[],
  domains: Domains,
  cite: Cite,
): LaterRecognitions {
  const rows = (later ?? []).map((row) => ({
    test: compileWhen(row.when, domains),
    monthsOn: row.month === 'nextMonth' ? 1 : 0,
    clauses: cite(row.clause),
  }))
  const clauses = rows.reduce<readonly Clause[]>((all, row) => union(all, row.clauses), [])
  return { rows, none: stated('none', clauses.length > 0 ? clauses : scope) }
}

/** `full`: the whole charge was paid. `net`: what was left after a subsidy. `unclear`: it matches neither. */
export type Paid = 'nothing' | 'full' | 'net' | 'unclear'

/** What was asked and given on the day on which the person paid. */
export interface PaidThen {
  standard: Single<number>
  charge: Single<number>
  due: Single<number>
  won: Won
}

/** `then` is the account of the day on which the person paid. */
export function paidOf(paidFen: number, then: PaidThen, tiers: readonly Tier[], s: Situation): Paid {
  const { charge, due, standard } = then
  if (charge.kind === 'stated' && paidFen >= charge.value) return 'full'
  if (due.kind === 'stated' && paidFen >= due.value) return 'net'
  if (charge.kind !== 'stated' || standard.kind !== 'stated') return 'unclear'
  const netSums = tiers.map((tier) => {
    const settlement = tier.settlement(s)
    const ofFee = tier.amount(s)
    const net =
      settlement.kind === 'stated' && settlement.value === 'netCollection' && ofFee.kind === 'stated'
    return net ? charge.value - ofFee.value(standard.value) : undefined
  })
  return netSums.includes(paidFen) ? 'net' : 'unclear'
}

/** A recognition (认定) after the payment, and what it earns. */
export interface Recognised {
  since: CivilDay
  subsidy: Single<number>
}

/** Money to the benefit card (一卡通), in the month the notice gives, for an identity that came after a full payment. */
export function supplementOf(
  then: Pick<Account, 'won'> | undefined,
  recognised: Recognised | undefined,
  { rows, none }: LaterRecognitions,
  s: Situation,
): Single<Supplement> {
  if (recognised === undefined) return none
  if (then?.won.subsidy.kind === 'stated' && then.won.subsidy.value > 0) return none
  const { since, subsidy } = recognised
  if (subsidy.kind === 'unstated') return subsidy
  const rule = rows.find(({ test }) => test(s))
  if (!rule) return unstated(subsidy.clauses)
  const fen = Math.min(subsidy.value, s.person.paid?.fen ?? 0)
  const month = firstOfMonth(since, rule.monthsOn).slice(0, 7)
  return stated({ fen, month }, union(rule.clauses, subsidy.clauses))
}
