/** From when the cover runs (待遇享受期): the starts a notice may state, and the waits (等待期) before them. */
import type { PlainStart, Span, Wait } from '../policy/table'
import { addDays, addMonths, firstOfMonth, yearStart, type CivilDay } from './civilDay'
import { compileWhen, lastDayOf, type Test } from './conditions'
import { fenOf } from './money'
import type { Domains } from './domains'
import type { Situation } from './situation'

/** A start before any bound; `precedes` marks those that may lie before the coverage year. */
export interface CompiledStart {
  day: (situation: Situation) => CivilDay
  precedes: boolean
  /** True where the day hangs on when this person pays. */
  followsPayment: boolean
  /** What repaired years cost on top of the fee. */
  repairFen: (situation: Situation, feeFen: number) => number
}

const nothing: CompiledStart['repairFen'] = () => 0

const fixed = (day: (s: Situation) => CivilDay, precedes: boolean): CompiledStart => ({
  day,
  precedes,
  followsPayment: false,
  repairFen: nothing,
})

const following = (day: (s: Situation) => CivilDay, repairFen = nothing): CompiledStart => ({
  day,
  precedes: false,
  followsPayment: true,
  repairFen,
})

export function compileStart(start: PlainStart, domains: Domains): CompiledStart {
  if (typeof start === 'string') return namedStarts[start]
  if ('on' in start) return fixed(() => start.on, true)
  if ('nthMonth' in start) return nthMonth(start.nthMonth, start.first, start)
  if ('afterDays' in start) return following((s) => addDays(s.on, start.afterDays + 1))
  if ('afterMonths' in start) return following((s) => addDays(addMonths(s.on, start.afterMonths), 1))
  if ('afterCalendarMonths' in start) return following((s) => firstOfMonth(s.on, start.afterCalendarMonths))
  return afterWait(start.wait, domains)
}

const namedStarts: Record<Extract<PlainStart, string>, CompiledStart> = {
  birth: fixed((s) => s.fact('born') ?? s.on, true),
  yearStart: fixed((s) => yearStart(s.coverageYear), false),
  paymentDay: following((s) => s.on),
  nextDay: following((s) => addDays(s.on, 1)),
  nextMonth: following((s) => firstOfMonth(s.on, 1)),
}

function nthMonth(n: number, first: 'paymentMonth' | 'monthAfter' | undefined, of: object): CompiledStart {
  return following((s) => {
    const countsPaymentMonth = first === undefined ? s.choose(of, 2) === 0 : first === 'paymentMonth'
    return firstOfMonth(s.on, countsPaymentMonth ? n - 1 : n)
  })
}

/** Waits add up; cover starts on the day after the last day of the wait (rules.md, Policy tables). */
function afterWait(wait: Wait, domains: Domains): CompiledStart {
  const exempt: Test = wait.exempt ? compileWhen(wait.exempt, domains) : () => false
  const inTwoUnits = [wait.fixed, wait.perMissedYear, wait.repair?.each].some(
    (span) => span?.days && span.months,
  )
  if (wait.floor) domains.addLapse({ from: wait.floor.fromMissedYears })
  const countsFrom = (s: Situation): CivilDay => {
    const start = yearStart(s.coverageYear)
    if (wait.countsFrom === 'yearStart') return start
    return wait.countsFrom === 'laterOfBoth' && start > s.on ? start : s.on
  }
  const countsFirst = wait.fixed?.countsFirstDay ?? wait.perMissedYear?.countsFirstDay ?? false
  const day = (s: Situation): CivilDay => {
    const from = countsFrom(s)
    if (exempt(s)) return from
    const unit = inTwoUnits ? (s.choose(wait, 2) === 0 ? 'months' : 'days') : undefined
    const length = (key: keyof Length): number => lengthOf(wait, s, key, unit)
    // Nobody does anything on 1 January for the wait to begin: it is the wait's first day, unlike a payment's day.
    const countsFirstDay = countsFirst || wait.countsFrom === 'yearStart' || from !== s.on
    const nothingYet = countsFirstDay ? addDays(from, -1) : from
    const total = { months: length('months'), days: length('days'), countsFirstDay }
    const mixed = !inTwoUnits && total.months > 0 && total.days > 0
    // Months and days in one wait: the notice does not say which of them runs first.
    const lastDay = mixed && s.choose(wait, 2) === 1 ? daysFirst(total, from) : lastDayOf(total, from)
    const least =
      wait.floor && missedYears(s) >= wait.floor.fromMissedYears
        ? lastDayOf({ ...wait.floor, countsFirstDay }, from)
        : lastDay
    const end = least > lastDay ? least : lastDay
    return end === nothingYet ? from : addDays(end, 1)
  }
  return following(day, (s, feeFen) => (exempt(s) ? 0 : repairPrice(wait, s, feeFen)))
}

interface Length {
  months: number
  days: number
}

const daysFirst = ({ months, ...days }: Length & { countsFirstDay: boolean }, from: CivilDay): CivilDay =>
  addMonths(lastDayOf(days, from), months)

const missedYears = (s: Situation): number => {
  const missed = s.missedYears()
  return missed === 'never' ? 0 : missed
}

/** Missed years that lengthen the wait. */
const countedYears = (wait: Wait, s: Situation): number =>
  Math.max(0, missedYears(s) - (wait.skipFirstMissedYear ? 1 : 0))

const repairedYears = (wait: Wait, s: Situation): number =>
  Math.min(countedYears(wait, s), s.person.repairedYears ?? 0)

const lengthOf = (wait: Wait, s: Situation, key: keyof Length, unit: keyof Length | undefined): number =>
  Math.max(
    0,
    inUnit(wait.fixed, key, unit) +
      countedYears(wait, s) * inUnit(wait.perMissedYear, key, unit) -
      repairedYears(wait, s) * inUnit(wait.repair?.each, key, unit),
  )

/** A span given both ways counts in the chosen unit only. */
function inUnit(span: Span | undefined, key: keyof Length, unit: keyof Length | undefined): number {
  if (span?.days && span.months && unit !== undefined && unit !== key) return 0
  return span?.[key] ?? 0
}

function repairPrice(wait: Wait, s: Situation, feeFen: number): number {
  const price = wait.repair?.price
  if (price === undefined || !s.person.repairedYears) return 0
  return repairedYears(wait, s) * (price === 'fee' ? feeFen : fenOf(price.yuan))
}
