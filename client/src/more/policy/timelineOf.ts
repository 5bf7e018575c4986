/** 这一年的日子 as a picture: when one pays and when one is covered, on one line of days. */
import type { PhaseRow, PlainStart } from '../../../../shared/policy/table'
import {
  addDays,
  addMonths,
  yearEnd,
  yearOf,
  yearStart,
  type CivilDay,
} from '../../../../shared/rules/civilDay'
import type { Sureness } from '../../components/ClauseChip'
import type { TimelineShown } from '../../components/Timeline'
import { daysLeft, fullDay, spanOfDays } from '../../texts/figures'
import { policy as words } from '../../texts/policy'
import { spelledOut } from './coverWords'
import type { Reader } from './reader'
import { written } from './written'

interface Drawn {
  key: string
  label: string
  days: string
  kind: 'paying' | 'covered'
  sureness: Sureness
  from: CivilDay
  to: CivilDay
}

/** An unstated first day is drawn so many months before the last: only so that there is something to see. */
const monthsDrawn = 4
/** A year that has less room than this has no name below. */
const leastWidth = 14

export function timelineOf(reader: Reader, today: CivilDay): TimelineShown {
  const spans = [...reader.table.phases.map((row, index) => paying(row, index, reader)), covered(reader)]
  const first = earliest(spans.map(({ from }) => from))
  const last = latest(spans.map(({ to }) => to))
  const whole = daysLeft(first, last) + 1
  const place = (day: CivilDay): number => Math.round((daysLeft(first, day) / whole) * 1000) / 10
  const isShown = today >= first && today <= last
  return {
    label: words.daysHeading,
    spans: spans.map((span) => ({ ...span, from: place(span.from), to: place(addDays(span.to, 1)) })),
    years: yearsBetween(first, last).map((year) => {
      const begins = latest([first, yearStart(year)])
      const width = place(addDays(earliest([last, yearEnd(year)]), 1)) - place(begins)
      return { year: width < leastWidth ? '' : words.calendarYear(year), width, key: year }
    }),
    today: isShown ? { at: place(today), text: words.today(fullDay(today)) } : undefined,
  }
}

const earliest = (days: readonly CivilDay[]): CivilDay => days.reduce((a, b) => (a < b ? a : b))
const latest = (days: readonly CivilDay[]): CivilDay => days.reduce((a, b) => (a > b ? a : b))

const yearsBetween = (first: CivilDay, last: CivilDay): number[] =>
  Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, index) => yearOf(first) + index)

function paying(row: PhaseRow, index: number, { table }: Reader): Drawn {
  const to = row.to === 'open' ? yearEnd(table.coverageYear) : row.to
  const from = row.from === 'unstated' ? addMonths(to, -monthsDrawn) : row.from
  return {
    key: `phase${index}`,
    label: row.label ?? words.phases[row.phase],
    days: paymentDays(row),
    kind: 'paying',
    sureness: row.from === 'unstated' ? 'unstated' : 'stated',
    from,
    to,
  }
}

function paymentDays({ from, to }: PhaseRow): string {
  if (from !== 'unstated' && to !== 'open') return spanOfDays(from, to)
  const begins = from === 'unstated' ? words.firstUnsaid : words.fromDay(fullDay(from))
  return to === 'open' ? `${begins}，${words.lastUnsaid}` : `${begins}，${words.toDay(fullDay(to))}`
}

/** The cover of the collection period, which most people pay in. */
function covered(reader: Reader): Drawn {
  const { coverageYear, coverTo } = reader.table
  const starts = startsOf(reader)
  const end = written(coverTo, undefined, reader.cite)
  const last =
    end.values[0] === undefined || end.values[0] === 'yearEnd' ? yearEnd(coverageYear) : end.values[0]
  const days = starts.flatMap(({ day }) => day ?? [])
  const from = days.length > 0 ? earliest(days) : yearStart(coverageYear)
  const forAll = days.length === starts.length && new Set(days).size === 1
  const silent = starts.every(({ sureness }) => sureness === 'unstated')
  const first = days.length > 0 ? from : undefined
  return {
    key: 'cover',
    label: words.coverPeriod,
    days:
      forAll && end.sureness === 'stated'
        ? spanOfDays(from, last)
        : `${silent ? words.firstUnsaid : coverStart(first, forAll)}，${coverEnd[end.sureness](last)}`,
    kind: 'covered',
    sureness: silent ? 'unstated' : end.sureness,
    from,
    to: last,
  }
}

function coverStart(first: CivilDay | undefined, forAll: boolean): string {
  if (first === undefined) return words.afterPaying
  return forAll ? words.fromDay(fullDay(first)) : words.earliest(fullDay(first))
}

const coverEnd: Record<Sureness, (last: CivilDay) => string> = {
  stated: (last) => words.toDay(fullDay(last)),
  readings: () => words.lastTwoWays,
  unstated: () => words.lastUnsaid,
}

/** When cover starts by the terms of the collection period; a day only where it is the same for whoever pays. */
function startsOf({ table, cite }: Reader): { sureness: Sureness; day?: CivilDay }[] {
  const collecting = table.phases.filter(({ phase }) => phase === 'collecting')
  return collecting
    .flatMap(({ terms }) => terms)
    .map(({ cover }) => {
      const start = spelledOut(written(cover, undefined, cite))
      return {
        sureness: start.sureness,
        day: start.sureness === 'stated' ? fixed(start.values[0], table) : undefined,
      }
    })
}

function fixed(start: PlainStart | undefined, { coverageYear }: Reader['table']): CivilDay | undefined {
  if (start === 'yearStart') return yearStart(coverageYear)
  return typeof start === 'object' && 'on' in start ? start.on : undefined
}
