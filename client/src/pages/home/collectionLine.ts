import type { PolicyTable } from '../../../../shared/policy/table'
import { addDays, type CivilDay } from '../../../../shared/rules/civilDay'
import type { Sentence } from '../../components/Sentence'
import { daysLeft, fullDay } from '../../texts/figures'
import { home as words } from '../../texts/home'

/** The collection period that is open to everyone, where it has a last day. */
function mainPeriod(table: PolicyTable): CivilDay | undefined {
  const main = table.phases.find(({ phase, when }) => phase === 'collecting' && when === undefined)
  return main === undefined || main.to === 'open' ? undefined : main.to
}

/** For a demonstration: a day within the period, with some time left. Nothing where today is not after it. */
export function dayWithin(table: PolicyTable, today: CivilDay): CivilDay | undefined {
  const last = mainPeriod(table)
  return last !== undefined && last < today ? addDays(last, -30) : undefined
}

/** Until when everyone may pay, as the notice's main collection period has it; nothing where it has no end. */
export function collectionLine(table: PolicyTable, today: CivilDay): Sentence | undefined {
  const last = mainPeriod(table)
  if (last === undefined) return undefined
  const left = daysLeft(today, last)
  if (left < 0) return words.over(fullDay(last))
  return left === 0 ? words.untilToday(fullDay(last)) : words.until(fullDay(last), String(left))
}
