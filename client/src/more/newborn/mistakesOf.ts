import { isCivilDay, yearOf, type CivilDay } from '../../../../shared/rules/civilDay'
import type { Mistake } from '../../components/ErrorSummary'
import { newborn as words } from '../../texts/newborn'
import type { Home } from './childOf'

/** What was chosen so far: nothing, a day, or something that is no day. */
export interface Chosen {
  born: string
  home: Home | undefined
}

/** What is wrong with the answers, before anything is reckoned. */
export function mistakesOf({ born, home }: Chosen, today: CivilDay): Mistake[] {
  const day = dayProblem(born, today)
  return [
    ...(day === undefined ? [] : [{ field: 'born', text: day }]),
    ...(home === undefined ? [{ field: 'home', text: words.homeMissing }] : []),
  ]
}

function dayProblem(born: string, today: CivilDay): string | undefined {
  if (born === '') return words.missing
  if (!isCivilDay(born)) return words.impossible
  if (born > today) return words.future
  return yearOf(born) < yearOf(today) - 1 ? words.long : undefined
}
