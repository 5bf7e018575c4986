/** 待遇从哪天起: what a table says of the start of cover, in lines. */
import type { PlainStart, Span, Wait } from '../../../../shared/policy/table'
import { policy as words } from '../../texts/policy'
import { fullDay, sumInline } from '../../texts/figures'
import { span, whom } from '../../texts/whom'
import { fenOf } from '../../../../shared/rules/money'
import type { Written } from './written'

/** A start that can itself be counted in two ways is two readings (rules.md), however few words it has in the table. */
export function spelledOut(start: Written<PlainStart>): Written<PlainStart> {
  if (start.ruling || start.sureness === 'unstated') return start
  const values = start.values.flatMap(waysToCount)
  return { ...start, values, sureness: values.length > 1 ? 'readings' : start.sureness }
}

function waysToCount(start: PlainStart): PlainStart[] {
  if (typeof start === 'string') return [start]
  if ('nthMonth' in start && start.first === undefined) {
    return [
      { ...start, first: 'paymentMonth' },
      { ...start, first: 'monthAfter' },
    ]
  }
  if ('wait' in start && spansOf(start.wait).some((one) => one?.days && one.months)) {
    return [{ wait: inOneUnit(start.wait, 'months') }, { wait: inOneUnit(start.wait, 'days') }]
  }
  return [start]
}

const spansOf = (wait: Wait): (Span | undefined)[] => [wait.fixed, wait.perMissedYear, wait.repair?.each]

function inOneUnit(wait: Wait, unit: 'months' | 'days'): Wait {
  const only = (one: Span): Span => (one.days && one.months ? { [unit]: one[unit] } : one)
  return {
    ...wait,
    ...(wait.fixed && { fixed: only(wait.fixed) }),
    ...(wait.perMissedYear && { perMissedYear: only(wait.perMissedYear) }),
    ...(wait.repair && { repair: { ...wait.repair, each: only(wait.repair.each) } }),
  }
}

export const startLines =
  (coverageYear: number) =>
  (start: PlainStart): string[] => {
    const { starts } = words
    if (start === 'yearStart') return [starts.yearStart(coverageYear)]
    if (typeof start === 'string') return [starts[start]]
    if ('on' in start) return [words.fromDay(fullDay(start.on))]
    if ('nthMonth' in start) return [`${starts.nthMonth(start.nthMonth)}${firstMonth(start.first)}`]
    if ('afterDays' in start) return [starts.afterWaiting(span({ days: start.afterDays }))]
    if ('afterMonths' in start) return [starts.afterWaiting(span({ months: start.afterMonths }))]
    if ('afterCalendarMonths' in start) return [starts.afterCalendarMonths(start.afterCalendarMonths)]
    return waitLines(start.wait)
  }

const firstMonth = (first: 'paymentMonth' | 'monthAfter' | undefined): string =>
  first === undefined
    ? ''
    : first === 'paymentMonth'
      ? words.starts.paymentMonthFirst
      : words.starts.monthAfterFirst

/** Each part of a wait that adds up, in a line of its own. */
function waitLines({
  fixed,
  perMissedYear,
  skipFirstMissedYear,
  repair,
  floor,
  exempt,
  countsFrom,
}: Wait): string[] {
  const { wait } = words
  const perYear = skipFirstMissedYear ? wait.perLaterYear : wait.perYear
  return [
    fixed ? wait.fixed(span(fixed)) : perMissedYear ? [] : wait.none,
    perMissedYear ? perYear(span(perMissedYear)) : [],
    repair ? `${wait.repair(span(repair.each))}${repairPrice(repair.price)}` : [],
    floor ? wait.floor(floor.fromMissedYears, span(floor)) : [],
    exempt ? wait.exempt(whom(exempt)) : [],
    wait.countsFrom[countsFrom ?? 'paymentDay'],
  ].flat()
}

function repairPrice(price: NonNullable<Wait['repair']>['price']): string {
  if (price === undefined) return ''
  return price === 'fee' ? words.wait.repairFee : words.wait.repairYuan(sumInline(fenOf(price.yuan)))
}
