/** The figure of the page: the days that are left, drawn as sure as the notice makes us. */
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { UnstatedHero, WordHero } from '../../components/Hero'
import type { Sentence } from '../../components/Sentence'
import { dayFrom, daysLeft, shortDay } from '../../texts/figures'
import { newborn as words } from '../../texts/newborn'
import type { Way } from './waysOf'

/** A notice that says a limit, or that one has run out. */
export interface DaysHero extends Omit<WordHero, 'kind'> {
  kind: 'stated' | 'readings'
  /** The value is a number of days, as the page's largest figure; else words in its place. */
  isDays?: boolean
  meter?: Meter
  /** That there is another reading, and what it says. */
  otherLabel?: string
  other?: Sentence
}

/** Days or words, or that the notice does not say. */
export type NewbornHeroShown = DaysHero | UnstatedHero

interface Meter {
  percentGone: number
  label: string
  ends: readonly [string, string, string]
}

/** The hero of the way that leads; without one, that no table answers for these `years`. */
export function heroOf(
  way: Way | undefined,
  born: CivilDay,
  today: CivilDay,
  years: string,
): NewbornHeroShown {
  if (!way) return { kind: 'stated', label: words.limit, value: words.noTable, by: words.noTables(years) }
  const first = way.lastDays[0]?.value
  if (first === undefined) return way.silent ? silent(way) : ordinary
  const later = way.lastDays.slice(1).map(({ value }) => value)
  const last = later[later.length - 1]
  if (first >= today) return inTime(born, today, first, last)
  return last !== undefined && last >= today ? between(today, first, last) : over(today, first, last)
}

function inTime(
  born: CivilDay,
  today: CivilDay,
  first: CivilDay,
  last: CivilDay | undefined,
): NewbornHeroShown {
  const left = daysLeft(today, first)
  const day = dayFrom(first, today)
  return {
    kind: last === undefined ? 'stated' : 'readings',
    label: words.left,
    value: left === 0 ? words.lastDay : String(left),
    isDays: left > 0,
    by: left === 0 ? words.byToday(day) : words.by(day),
    meter: meterOf(born, today, first),
    ...(last !== undefined && { otherLabel: words.twoReadings, other: words.otherDay(dayFrom(last, today)) }),
  }
}

function meterOf(born: CivilDay, today: CivilDay, last: CivilDay): Meter {
  const all = daysLeft(born, last)
  const gone = daysLeft(born, today)
  return {
    percentGone: all === 0 ? 100 : Math.round((gone / all) * 1000) / 10,
    label: words.meter(all, gone),
    ends: [shortDay(born), words.gone(gone), shortDay(last)],
  }
}

/** Too late under one reading and in time under the other: nobody but the bureau can say. */
const between = (today: CivilDay, first: CivilDay, last: CivilDay): NewbornHeroShown => ({
  kind: 'readings',
  label: words.overKind,
  value: words.over(daysLeft(first, today)),
  by: words.overOther(dayFrom(last, today), String(daysLeft(today, last))),
  otherLabel: words.otherSays,
})

const over = (today: CivilDay, first: CivilDay, last: CivilDay | undefined): NewbornHeroShown => ({
  kind: 'stated',
  label: words.limit,
  value: words.over(daysLeft(last ?? first, today)),
  by: words.overBy(dayFrom(last ?? first, today)),
})

const silent = ({ assessment }: Way): NewbornHeroShown => {
  const clauses = assessment.newbornDeadline?.kind === 'unstated' ? assessment.newbornDeadline.clauses : []
  return {
    kind: 'unstated',
    label: words.limit,
    value: words.silent,
    by: words.silentBy,
    source: { sureness: 'unstated', clauses, says: words.silentSays },
  }
}

const ordinary: NewbornHeroShown = {
  kind: 'stated',
  label: words.limit,
  value: words.ordinary,
  by: words.ordinaryBy,
}
