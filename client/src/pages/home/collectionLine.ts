import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Sentence } from '../../components/Sentence'
import { daysLeft, fullDay } from '../../texts/figures'
import { home as words } from '../../texts/home'

/** Until when everyone may pay, as the notice's main collection period has it; nothing where it has no end. */
export function collectionLine(table: PolicyTable, today: CivilDay): Sentence | undefined {
  const main = table.phases.find(({ phase, when }) => phase === 'collecting' && when === undefined)
  if (!main || main.to === 'open') return undefined
  const left = daysLeft(today, main.to)
  if (left < 0) return words.over(fullDay(main.to))
  return left === 0 ? words.untilToday(fullDay(main.to)) : words.until(fullDay(main.to), String(left))
}
