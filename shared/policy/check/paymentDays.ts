/** The payment days on which a table may answer differently. */
import { addDays, addMonths, yearEnd, yearStart, type CivilDay } from '../../rules/civilDay'
import type { Condition, PhaseRow, PolicyTable } from '../table'
import { criticalValuesOf, type CriticalValues } from './criticalValues'
import { walk } from './examined'

const sorted = (days: Iterable<CivilDay>): CivilDay[] => [...new Set(days)].sort()

/** The first and last day of a phase; where the notice gives none, the coverage year and the one before bound it. */
export const boundsOfPhase = ({ from, to }: PhaseRow, coverageYear: number): [CivilDay, CivilDay] => [
  from === 'unstated' ? yearStart(coverageYear - 1) : from,
  to === 'open' ? yearEnd(coverageYear) : to,
]

/** Inside one phase: its ends, and the days around each bound its rows name. */
export function daysOfPhase(phase: PhaseRow, coverageYear: number): CivilDay[] {
  const [first, last] = boundsOfPhase(phase, coverageYear)
  const critical = criticalValuesOf([phase.when, ...phase.terms.map(({ when }) => when)])
  const days = [first, last, yearStart(coverageYear), ...neighboursOf(critical, first)]
  const inside = days.filter((day) => day >= first && day <= last)
  return sorted(inside.length > 0 ? inside : [first])
}

/** Conditions that may hold on one day and not on another. */
const dated = ['age', 'paid', 'dayOfMonth', 'employeeCoverEnded', 'recognised']

function hangsOnDay(conditions: readonly (Condition | undefined)[]): boolean {
  let found = false
  walk(conditions, (_, path) => {
    found ||= dated.includes(String(path.at(-1)))
  })
  return found
}

/** For rows that hold all year: the ends of the phases, the year's own end, and each bound the rows name. */
export function daysOfYear(
  { phases, coverageYear }: PolicyTable,
  conditions: readonly (Condition | undefined)[],
): CivilDay[] {
  if (!hangsOnDay(conditions)) return [yearEnd(coverageYear)]
  const ends = phases.flatMap((phase) => boundsOfPhase(phase, coverageYear))
  const critical = criticalValuesOf(conditions)
  return sorted([
    ...ends,
    yearEnd(coverageYear),
    ...neighboursOf(critical, ends[0] ?? yearStart(coverageYear)),
  ])
}

function neighboursOf({ paid, daysOfMonth, identities }: CriticalValues, first: CivilDay): CivilDay[] {
  const recognised = [...identities.values()].flatMap((days) => [...days])
  const around = [...paid, ...recognised].flatMap((day) => [addDays(day, -1), day, addDays(day, 1)])
  const firstDay = `${addMonths(first, 1).slice(0, 8)}01`
  const inMonth = [...daysOfMonth].flatMap((day) =>
    [day - 2, day - 1, day].map((step) => addDays(firstDay, step)),
  )
  return [...around, ...inMonth]
}
