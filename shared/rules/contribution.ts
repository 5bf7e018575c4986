/** 缴费: what is paid now and what comes back later, once the charge and the subsidy are known. */
import { andThen, stated, union, type Answer, type Single } from './answer'
import type { Assessment, Settlement } from './assessment'
import { nothingWon, type Won } from './subsidy'

/** Nobody is given more than is asked of them, and nothing where the notice asks nothing (免缴). */
export function withinCharge(won: Won, charge: Single<number>): Won {
  if (charge.kind === 'unstated') return won
  if (charge.value === 0) return nothingWon(charge.clauses)
  if (won.subsidy.kind === 'unstated' || won.subsidy.value <= charge.value) return won
  return { ...won, subsidy: stated(charge.value, union(won.subsidy.clauses, charge.clauses)) }
}

/** What is paid now. Someone reimbursed later (先缴后补) pays the whole charge first. */
export function dueOf(fee: Single<number>, charge: Single<number>, won: Won): Single<number> {
  return andThen(won.settlement, (settlement) => {
    if (settlement === 'paidOnBehalf' && (won.isFull || isWhole(won.subsidy, fee)))
      return stated(0, won.subsidy.clauses)
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
  // Who is subsidised with nothing gets nothing back, by the same clauses.
  if (won.settlement.kind === 'stated' && won.settlement.value === 'none') return won.subsidy
  return andThen(won.settlement, (settlement) =>
    settlement === 'reimbursement' ? won.subsidy : stated(0, []),
  )
}

/** The sums `due` can have while it is not one number; `null` where not even the charge is stated. */
export function dueBounds(charge: Single<number>, due: Single<number>, won: Won): Assessment['dueBetween'] {
  if (due.kind === 'stated') return { fromFen: due.value, toFen: due.value }
  if (charge.kind === 'unstated') return null
  const certain = won.subsidy.kind === 'stated' || won.passedOver.length === 0
  const claims = certain ? [{ amount: won.subsidy, settlement: won.settlement }] : won.passedOver
  const bounds = claims.map(({ amount, settlement }) => dueUnder(charge.value, amount, settlement))
  return {
    fromFen: Math.min(...bounds.map(([from]) => from)),
    toFen: Math.max(...bounds.map(([, to]) => to)),
  }
}

/** The least and the most that is due under one claim, as far as its amount and its settlement are stated. */
function dueUnder(
  chargeFen: number,
  amount: Answer<number>,
  settlement: Answer<Settlement>,
): [number, number] {
  if (settlement.kind === 'stated' && settlement.value === 'reimbursement') return [chargeFen, chargeFen]
  const least = amount.kind === 'stated' ? Math.max(0, chargeFen - amount.value) : 0
  return [least, settlement.kind === 'stated' && amount.kind === 'stated' ? least : chargeFen]
}
