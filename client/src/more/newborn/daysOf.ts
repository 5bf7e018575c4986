/** 几个日子: birth, today, the day to act by, and the other reading, in the order in which they come. */
import type { Stated } from '../../../../shared/rules/answer'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Source } from '../../components/ClauseChip'
import { safest, sourceOf } from '../../texts/answers'
import { dayFrom } from '../../texts/figures'
import { newborn as words } from '../../texts/newborn'
import type { Way } from './waysOf'

/** One of the days, with its mark and where it is written. */
export interface DayShown {
  key: string
  day: CivilDay
  mark: 'tick' | 'today' | 'key' | 'other'
  title: string
  text?: string
  source?: Source
}

/** The days of one way; none where the notice sets no limit. */
export function daysOf({ assessment, lastDays }: Way, born: CivilDay, today: CivilDay): DayShown[] {
  const [first, ...later] = lastDays
  if (!first) return []
  const named = (day: CivilDay, name: string) => words.dayOf(dayFrom(day, today), name)
  const covered = safest(assessment.coverageFrom) === born
  const days: DayShown[] = [
    {
      key: 'birth',
      day: born,
      mark: 'tick',
      title: named(born, words.birth),
      ...(covered && {
        text: words.birthCovered,
        source: sourceOf(assessment.coverageFrom, words.birthCovered),
      }),
    },
    {
      key: 'actBy',
      day: first.value,
      mark: 'key',
      title: named(first.value, words.actBy),
      text: words.actBySays,
      source: limitSource(first, later.length > 0, words.actBySays),
    },
    ...later.map((other, index): DayShown => ({
      key: `other${index}`,
      day: other.value,
      mark: 'other',
      title: named(other.value, words.other),
      text: words.otherSays,
      source: limitSource(other, true, words.otherSays),
    })),
  ]
  const at = days.findIndex(({ day }) => day > today)
  const now: DayShown = { key: 'today', day: today, mark: 'today', title: named(today, words.today) }
  return at < 0 ? [...days, now] : [...days.slice(0, at), now, ...days.slice(at)]
}

const limitSource = ({ clauses }: Stated<CivilDay>, twoReadings: boolean, says: string): Source => ({
  sureness: twoReadings ? 'readings' : 'stated',
  clauses,
  says,
})
