import type { CivilDay } from '../../../../shared/rules/civilDay'
import { needsHouseholdRegister } from '../../../../shared/rules/householdRegister'
import { safest, statedOnly } from '../../texts/answers'
import { sumInline } from '../../texts/figures'
import { newborn as words } from '../../texts/newborn'
import type { Child } from './childOf'
import { isOpen, type Way } from './waysOf'

/** One way of enrolling a child that can be gone here: registered and paid for in WeChat, today. */
export interface Registrable {
  region: string
  coverageYear: number
  /** What the notice calls this way. */
  label: string
  couldNotEnrollInBirthYear: boolean
  /** As written inside a sentence. */
  sum: string
  /** The safe last day, to pay as well as to register. */
  lastDay: CivilDay
}

/** Nothing where the notice has no stage for this child today, names other channels, or wants a household register first. */
export function registrable(way: Way, child: Child, today: CivilDay): Registrable | undefined {
  const { assessment, table, person, lastDays } = way
  const stage = statedOnly(assessment.newbornStage ?? { kind: 'unstated', clauses: [] })
  const fen = statedOnly(assessment.due)
  const [first] = lastDays
  if (!isOpen(way, today) || !stage || !fen || !first || !assessment.inAppPayment) return undefined
  if (child.home === 'notYet' && needsHouseholdRegister(assessment)) return undefined
  return {
    region: table.region,
    coverageYear: table.coverageYear,
    label: safest(assessment.newbornStage)?.label ?? words.year(table.coverageYear),
    couldNotEnrollInBirthYear: person.couldNotEnrollInBirthYear ?? false,
    sum: sumInline(fen),
    lastDay: first.value,
  }
}
