import fc from 'fast-check'
import {
  addDays,
  addMonths,
  ageOn,
  firstOfMonth,
  isCivilDay,
  yearEnd,
  yearStart,
} from '../../shared/rules/civilDay'
import { lastDayOf } from '../../shared/rules/conditions'

const msPerDay = 86_400_000

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)

const anyDay = fc
  .integer({ min: Date.UTC(1900, 0, 1) / msPerDay, max: Date.UTC(2099, 11, 31) / msPerDay })
  .map((days) => text(new Date(days * msPerDay)))
const count = fc.integer({ min: -1500, max: 1500 })

describe('limits of the civil code (民法典 201–202)', () => {
  it.each([
    ['2021-03-01', { days: 90 }, '2021-05-30'],
    ['2021-03-01', { months: 3 }, '2021-06-01'],
    ['2021-01-31', { days: 90 }, '2021-05-01'],
    ['2021-01-31', { months: 3 }, '2021-04-30'],
    ['2019-11-30', { months: 3 }, '2020-02-29'],
    ['2020-02-29', { months: 12 }, '2021-02-28'],
    ['2020-02-28', { days: 1 }, '2020-02-29'],
    ['2021-02-28', { days: 1 }, '2021-03-01'],
  ])('from %s, %o ends on %s', (event, span, last) => {
    expect(lastDayOf(span, event)).toBe(last)
  })

  it('ends a day earlier where the first day counts', () => {
    expect(lastDayOf({ days: 90, countsFirstDay: true }, '2021-03-01')).toBe('2021-05-29')
    expect(lastDayOf({ months: 3, countsFirstDay: true }, '2021-03-01')).toBe('2021-05-31')
  })
})

describe('a day of the calendar', () => {
  it.each(['2020-02-29', '2000-02-29', '1999-12-31'])('%s exists', (day) => {
    expect(isCivilDay(day)).toBe(true)
  })

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-02-30',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-1-1',
    '',
  ])('%s does not', (day) => {
    expect(isCivilDay(day)).toBe(false)
  })

  it('is recognised exactly where the calendar of the machine has it', () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'))
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), part(14), part(33), (year, month, day) => {
        const written = `${year}-${month}-${day}`
        const date = new Date(`${written}T00:00:00Z`)
        expect(isCivilDay(written)).toBe(!Number.isNaN(date.getTime()) && text(date) === written)
      }),
    )
  })
})

describe('counting', () => {
  it('adds days as the calendar of the machine does', () => {
    fc.assert(
      fc.property(anyDay, count, (day, days) => {
        expect(addDays(day, days)).toBe(text(new Date(utc(day).getTime() + days * msPerDay)))
      }),
    )
  })

  it('adds months to the corresponding day, or to the last day of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number]
        const lastOfMonth = new Date(Date.UTC(year, month + months, 0))
        const expected = Math.min(date, lastOfMonth.getUTCDate())
        expect(addMonths(day, months)).toBe(
          text(new Date(Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), expected))),
        )
      }),
    )
  })

  it('finds the first of a month near or far', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (day, months) => {
        const date = utc(day)
        expect(firstOfMonth(day, months)).toBe(
          text(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))),
        )
      }),
    )
  })

  it('keeps every result a day of the calendar, and text that sorts as it counts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 1500 }), (day, days) => {
        expect(isCivilDay(addDays(day, days))).toBe(true)
        expect(addDays(day, days) > day).toBe(true)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
  })

  it('begins and ends a year', () => {
    expect([yearStart(2024), yearEnd(2024)]).toEqual(['2024-01-01', '2024-12-31'])
  })
})

describe('age in whole years (周岁)', () => {
  it.each([
    ['2006-09-01', '2024-08-31', 17],
    ['2006-09-01', '2024-09-01', 18],
    ['2004-02-29', '2023-02-27', 18],
    ['2004-02-29', '2023-02-28', 19],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
  ])('born on %s, on %s is %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })

  it('grows by one on each birthday and never in between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40_000 }), (born, days) => {
        const today = addDays(born, days)
        const grew = ageOn(born, today) - ageOn(born, addDays(today, -1))
        const isBirthday = addMonths(born, 12 * ageOn(born, today)) === today
        expect(grew).toBe(isBirthday ? 1 : 0)
      }),
    )
  })
})
