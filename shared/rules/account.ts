/** What one person is asked for and given on one day, inside one reading of the text: the money, and what decides it. */
import type { PlainCharge } from '../policy/table'
import { andThen, stated, unstated, type Single } from './answer'
import { collectionOn, type Collection } from './collection'
import { dueOf, withinCharge } from './contribution'
import { firstFor } from './conditions'
import type { CompiledStart } from './coverageStart'
import { chargeOf } from './fee'
import { newbornCharge, newbornOf, type Newborn } from './newborn'
import { constant, type Pick } from './openValue'
import type { Rules } from './prepare'
import type { Situation } from './situation'
import { bestSubsidy, type Won } from './subsidy'

export interface Account {
  collection: Collection
  newborn: Newborn
  terms: Terms
  standard: Single<number>
  charge: Single<number>
  won: Won
  /** What this person pays on this day, if nothing was paid before. */
  due: Single<number>
}

/** Where the table has no row for someone: the checker keeps this from happening. */
const silence = unstated([])
const noStart: Pick<CompiledStart> = constant(silence)

export function accountOf(rules: Rules, s: Situation): Account {
  const fee = firstFor(rules.fees, s)
  const standard = fee?.fen(s) ?? silence
  const share = fee?.share(s) ?? silence
  const collection = collectionOn(rules.phases, s)
  const newborn = newbornOf(rules.newborn, rules.phases, s)
  const terms = termsOf(collection, newborn, s)
  const charge = andThen(terms.charge, (items) => chargeOf(items, standard, share))
  const earned = bestSubsidy(rules.tiers, rules.several, standard, rules.nothingWon, s)
  const won = withinCharge(earned, charge)
  const repair = repairOf(terms.start, standard, s)
  const dueForYear = dueOf(standard, charge, won)
  const due = repair === 0 ? dueForYear : andThen(dueForYear, (fen) => stated(fen + repair, []))
  return { collection, newborn, terms, standard, charge, won, due }
}

export interface Terms {
  charge: Single<PlainCharge>
  /** Asked for last: a doubt about the start leaves the money as it is. */
  start: Pick<CompiledStart>
  mayPrecedeYear: boolean
}

/** What is charged, and what start it buys: by the phase, by a newborn stage, or by both. */
function termsOf({ phase, row }: Collection, { stage }: Newborn, s: Situation): Terms {
  const isOpen = row !== undefined && phase !== 'closed'
  const term = isOpen ? firstFor(row.terms, s) : undefined
  const silent = row?.silent ?? silence
  const usual = term?.charge(s)
  const opens = stage !== undefined && (stage.charge !== undefined || stage.start !== undefined)
  return {
    charge: opens ? newbornCharge(stage, phase, usual, s) : (usual ?? silent),
    start: stage?.start ?? term?.start ?? row?.noStart ?? noStart,
    mayPrecedeYear: term?.mayPrecedeYear ?? false,
  }
}

function repairOf(startOf: Pick<CompiledStart>, fee: Single<number>, s: Situation): number {
  if (!s.person.repairedYears || fee.kind === 'unstated') return 0
  const start = startOf(s)
  return start.kind === 'unstated' ? 0 : start.value.repairFen(s, fee.value)
}
