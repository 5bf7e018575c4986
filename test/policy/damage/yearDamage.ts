/** Slips in years and days: the coverage year against title, file and phases; phases against one another. */
import { addDays } from '../../../shared/rules/civilDay'
import type { Path } from '../../../shared/policy/readTable'
import {
  copy,
  get,
  isDay,
  listAt,
  numberAt,
  places,
  remove,
  set,
  textAt,
  yearOfTable,
  type Data,
} from './data'
import { damage, type Damage } from './kind'

const otherYear = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4).replace('-02-29', '-02-28')}`

/** Phases for everyone that follow another one for everyone. */
const following = (data: Data): Path[] =>
  places(data, 'phases.*').filter((path) => {
    const at = Number(path[1])
    const [before, row] = [get(data, ['phases', at - 1]), get(data, path)] as (Data | undefined)[]
    return before !== undefined && row !== undefined && !('when' in row) && !('when' in before)
  })

const withBothEnds = (data: Data): Path[] =>
  places(data, 'phases.*').filter(
    (path) => isDay(get(data, [...path, 'from'])) && isDay(get(data, [...path, 'to'])),
  )

const years = ['phase-year', 'title-year', 'file-path', 'notice-id-year', 'issued-year', 'newborn-birth-year']

export const yearDamage: readonly Damage[] = [
  damage('collection period lost', 'no-collecting-phase', 'phases', (data, path) => {
    for (const place of places(data, 'phases.*.phase')) set(data, place, 'late')
    set(data, path, listAt(data, path).slice(-1))
  }),
  damage('coverage year +1', years, 'coverageYear', (data, path) => set(data, path, yearOfTable(data) + 1)),
  damage('coverage year -1', years, 'coverageYear', (data, path) => set(data, path, yearOfTable(data) - 1)),
  damage('title year -2', 'title-year', 'notice.titleYear', (data, path) =>
    set(data, path, numberAt(data, path) - 2),
  ),
  damage('title year +2', 'title-year', 'notice.titleYear', (data, path) =>
    set(data, path, numberAt(data, path) + 2),
  ),
  damage('title year not the printed one', 'title-year', 'notice.titleYear', (data, path) =>
    set(data, path, yearOfTable(data) === numberAt(data, path) ? yearOfTable(data) - 1 : yearOfTable(data)),
  ),
  damage('notice named by another year', 'notice-id-year', 'notice.id', (data, path) =>
    set(
      data,
      path,
      textAt(data, path).replace(/\d{4}$/, (year) => String(Number(year) - 1)),
    ),
  ),
  damage('region renamed', 'file-path', 'region', (data, path) => set(data, path, 'elsewhere')),
  damage(
    'issued in another year',
    'issued-year',
    'notice.issued',
    (data, path) => set(data, path, otherYear(textAt(data, path), -2)),
    isDay,
  ),
  damage(
    'issued in the year after its number',
    'issued-year',
    'notice.issued',
    (data, path) => set(data, path, otherYear(textAt(data, path), 1)),
    isDay,
  ),
  damage('phase two years off', 'phase-year', withBothEnds, (data, path) => {
    for (const end of ['from', 'to']) set(data, [...path, end], otherYear(textAt(data, [...path, end]), -2))
  }),
  damage(
    'phase ends two years late',
    'phase-year',
    ['phases.*.to'],
    (data, path) => set(data, path, otherYear(textAt(data, path), 2)),
    isDay,
  ),
  damage('phase from and to swapped', 'empty-range', withBothEnds, (data, path) => {
    const [from, to] = [get(data, [...path, 'from']), get(data, [...path, 'to'])]
    set(data, [...path, 'from'], to)
    set(data, [...path, 'to'], from)
  }),
  damage('phase starts a day late', 'phase-gap', following, (data, path) =>
    set(data, [...path, 'from'], addDays(textAt(data, [...path, 'from']), 1)),
  ),
  damage('phase ends a day early', 'phase-gap', following, (data, path) => {
    const before = ['phases', Number(path[1]) - 1, 'to']
    set(data, before, addDays(textAt(data, before), -1))
  }),
  damage(
    'phase runs into the next',
    'phase-overlap',
    (data) => places(data, 'phases.*').slice(1),
    (data, path) =>
      set(data, ['phases', Number(path[1]) - 1, 'to'], addDays(textAt(data, [...path, 'from']), 5)),
  ),
  damage('phase between two lost', 'phase-gap', (data) => following(data).slice(0, -1), remove),
  damage(
    'phases out of order',
    'phases-in-order',
    (data) => places(data, 'phases').filter(() => listAt(data, ['phases']).length > 1),
    (data, path) => listAt(data, path).reverse(),
  ),
  damage('phase copied', ['phase-overlap', 'same-row-twice'], 'phases.*', (data, path) =>
    listAt(data, ['phases']).splice(Number(path[1]), 0, copy(get(data, path))),
  ),
  damage('gap marked where there is none', 'gap-mark', 'phases.*', (data, path) =>
    set(data, [...path, 'closedBefore'], '一'),
  ),
  damage('phase for nobody', 'holds-for-nobody', 'phases.*', (data, path) =>
    set(data, [...path, 'when'], { residence: ['hukou'], anyOf: [{ residence: ['permit'] }] }),
  ),
  damage('days of the month beyond it', 'day-of-month', 'phases.*', (data, path) =>
    set(data, [...path, 'payDays'], { from: 0, to: 32 }),
  ),
  damage('days of the month swapped', 'empty-range', 'phases.*', (data, path) =>
    set(data, [...path, 'payDays'], { from: 25, to: 1 }),
  ),
  damage('cover ends in another year', 'cover-end', 'coverTo', (data, path) =>
    set(data, path, { value: `${yearOfTable(data) + 2}-12-31`, clause: '一' }),
  ),
  damage('cover ends before the phases', 'cover-end', 'coverTo', (data, path) =>
    set(data, path, { value: `${yearOfTable(data) - 1}-06-30`, clause: '一' }),
  ),
  damage('cover starts in another year', 'cover-day', 'phases.*.terms.*', (data, path) =>
    set(data, [...path, 'cover'], { on: `${yearOfTable(data) - 2}-09-01` }),
  ),
  damage('wait of nothing', 'wait', 'phases.*.terms.*', (data, path) =>
    set(data, [...path, 'cover'], { wait: { countsFrom: 'paymentDay' } }),
  ),
  damage('wait of no days', 'wait', 'phases.*.terms.*', (data, path) =>
    set(data, [...path, 'cover'], { afterDays: 0 }),
  ),
  damage('wait of 90 months for 90 days', 'wait', 'phases.*.terms.*', (data, path) =>
    set(data, [...path, 'cover'], { afterMonths: 90 }),
  ),
  damage('repair without missed years', 'wait', 'phases.*.terms.*', (data, path) =>
    set(data, [...path, 'cover'], { wait: { fixed: { months: 3 }, repair: { each: { months: 1 } } } }),
  ),
  damage('ages swapped', 'empty-range', ['fee.*', 'eligibility.*'], (data, path) =>
    set(data, [...path, 'when'], { age: { from: 60, to: 18, on: 'yearStart' } }),
  ),
  damage('recognised swapped', 'empty-range', 'subsidies.*.recognised', (data, path) =>
    set(data, path, { from: `${yearOfTable(data)}-03-01`, to: `${yearOfTable(data)}-02-01` }),
  ),
  damage('recognised from and after', 'empty-range', 'subsidies.*', (data, path) =>
    set(data, [...path, 'recognised'], { from: '2020-01-01', after: '2020-01-01' }),
  ),
  damage(
    'birth year mistyped',
    'newborn-birth-year',
    ['newborn.stages.*.when.born.from', 'newborn.stages.*.when.born.to'],
    (data, path) => set(data, path, otherYear(textAt(data, path), -10)),
  ),
  damage(
    'day of another century',
    ['day-too-early', 'empty-range', 'issued-year'],
    ['notice.issued', 'phases.*.to'],
    (data, path) => set(data, path, `1${textAt(data, path).slice(1).replace(/^./, '0')}`),
    isDay,
  ),
  damage('work fund steps swapped', 'work-fund', 'workFund.steps', (data, path) =>
    listAt(data, path).reverse(),
  ),
  damage(
    'work fund pays more later',
    'work-fund',
    (data) => places(data, 'workFund.steps.*.yuanPerHead').slice(1),
    (data, path) => set(data, path, 9),
  ),
  damage('work fund of another year', 'work-fund', 'workFund.steps.*.doneBy', (data, path) =>
    set(data, path, otherYear(textAt(data, path), 3)),
  ),
  damage('work fund pays on afterwards', 'work-fund', 'workFund.afterwardsYuanPerHead', (data, path) =>
    set(data, path, 2),
  ),
]
