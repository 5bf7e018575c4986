/** 照通知的数: the figures of the pages come out of the printed rows, each by its own notice's rounding. */
import { join } from 'node:path'
import { loadTables } from '../../../shared/policy/loadTables'
import type { PolicyTable } from '../../../shared/policy/table'
import { marksOf } from '../../../cloudfunctions/_progress/marksOf'
import { noCounts } from '../../../cloudfunctions/_progress/counts'
import { percentOf } from '../../../cloudfunctions/_progress/percentOf'
import { sumsOf } from '../../../cloudfunctions/_progress/reckoned'
import { printedSums, unitsOf } from '../../../cloudfunctions/_progress/unitsOf'
import { fundOf } from '../../../cloudfunctions/_progress/workFund'

const tables = loadTables(join(__dirname, '../../../shared/policy/tables'))
const tableOf = (region: string, year: number): PolicyTable => {
  const found = tables.find((each) => each.region === region && each.coverageYear === year)
  if (!found) throw new Error(`${region} ${year}`)
  return found
}

/** As the notices print them, read off the notices and not off the tables. */
const printed = [
  [
    'shandan',
    2021,
    11,
    {
      ...{ hukou: 199_961, employees: 23_002, employeesLocal: 21_860, employeesElsewhere: 1_142 },
      ...{ shouldEnroll: 176_959, target: 168_112 },
    },
  ],
  ['shandan', 2024, 11, { target: 154_100, previous: 157_814 }],
  ['pubei', 2020, 17, { target: 825_000 }],
  ['chaqi', 2021, 8, { target: 27_431, residents: 28_871 }],
] as const

test.each(printed)('%s %i: the rows come to the printed totals', (region, year, rows, totals) => {
  const table = tableOf(region, year)
  const units = unitsOf(table, [], [], null)
  expect(units.map(({ name }) => name)).toEqual(table.targets?.rows.map(({ name }) => name))
  expect(units).toHaveLength(rows)
  expect(printedSums(units)).toEqual(totals)
  expect(sumsOf(units).reckoned).toMatchObject({
    target: totals.target,
    shortfall: totals.target,
    percent: 0,
  })
})

test('a share of the total is another figure: that is why nothing is reckoned from it', () => {
  const shares = { shandan: Math.round(0.95 * 176_959), chaqi: Math.ceil(0.95 * 28_871) }
  expect(shares).toEqual({ shandan: 168_111, chaqi: 27_428 })
  expect(sumsOf(unitsOf(tableOf('shandan', 2021), [], [], null)).reckoned?.target).not.toBe(shares.shandan)
  expect(sumsOf(unitsOf(tableOf('chaqi', 2021), [], [], null)).reckoned?.target).not.toBe(shares.chaqi)
})

test('the notice without a list of targets has none, and the units are the register’s, by name', () => {
  const counted = ['达板镇', null, '百和乡'].map((town) => ({ town, counts: { ...noCounts(), wechat: 3 } }))
  const units = unitsOf(tableOf('dongxiang', 2021), counted, [], null)
  expect(units.map(({ name, target, gap }) => [name, target, gap])).toEqual([
    ['百和乡', null, null],
    ['达板镇', null, null],
    [null, null, null],
  ])
  expect(sumsOf(units)).toMatchObject({ done: 9, reckoned: null, outside: null })
})

test('还差 adds only units that are not done; the drawn county comes out to the person', () => {
  const paid = [24_120, 19_876, 15_023, 12_688, 16_102, 14_990, 8_210, 5_127, 10_436, 4_190, 512]
  const table = tableOf('shandan', 2024)
  const counted = (table.targets?.rows ?? []).map(({ name }, at) => ({
    town: name,
    counts: { ...noCounts(), roster: paid[at] ?? 0 },
  }))
  const units = unitsOf(table, counted, [], null)
  expect(sumsOf(units)).toMatchObject({
    done: 131_274,
    reckoned: { done: 131_274, percent: 85.2, shortfall: 22_837 },
    outside: null,
  })
  expect(
    units.map(({ gap, percent }) => [gap, percent]).filter((_unit, at) => [0, 3, 10].includes(at)),
  ).toEqual([
    [4348, 84.7],
    [453, 96.6],
    [-11, 102.2],
  ])
  const ofClerk = unitsOf(table, counted.slice(0, 1), [], '清泉镇')
  expect(sumsOf(ofClerk).reckoned).toMatchObject({ done: 24_120, target: 28_468, shortfall: 4348 })
})

test('nothing is 100% before it is done, or when more are', () => {
  expect(percentOf(100_001, 100_000)).toBe(100.1)
  expect([percentOf(99_960, 100_000), percentOf(99_999, 100_000), percentOf(100_000, 100_000)]).toEqual([
    99.9, 99.9, 100,
  ])
  expect([percentOf(5, null), percentOf(5, 0)]).toEqual([null, null])
})

test('95, 98 and 100% stand only where the notice states them; else 95% is for reference and says so', () => {
  const told = (region: string, year: number) =>
    marksOf(tableOf(region, year)).map(({ percent, stated, of, lies, clauses }) => ({
      says: `${percent} ${of} ${stated ? 'stated' : 'reference'} ${lies}`,
      clauses: clauses.join(' '),
    }))
  expect(told('pubei', 2020)).toEqual([
    { says: '95 everybody stated ofRegister', clauses: 'pubei-2020#一' },
    { says: '98 group stated ofRegister', clauses: 'pubei-2020#一' },
    { says: '100 group stated ofRegister', clauses: 'pubei-2020#一 pubei-2020#六(三)2' },
  ])
  expect(told('chaqi', 2021)).toEqual([
    { says: '95 everybody stated isTarget', clauses: expect.stringMatching(/#一 .*#附表$/) as string },
    { says: '100 group stated ofRegister', clauses: expect.stringMatching(/#一$/) as string },
  ])
  expect(told('shandan', 2021)).toEqual([
    { says: '95 everybody stated isTarget', clauses: expect.stringMatching(/#附表$/) as string },
  ])
  expect(told('shandan', 2024)).toEqual([{ says: '95 everybody reference ofTarget', clauses: '' }])
})

describe('工作经费 of 浦北', () => {
  const { workFund } = tableOf('pubei', 2020)
  if (!workFund) throw new Error('no fund')
  const unit = { name: '泉水镇', target: 24_800, done: 25_000 }
  const fund = (heads: number[], day: string, done = unit.done) =>
    fundOf(workFund, { ...unit, done }, { heads, undated: 0 }, day)

  test('the step by whose day the task was done, and heads read in two ways', () => {
    expect(fund([24_800, 24_900, 24_950, 25_000], '2020-07-01')).toMatchObject({
      state: 'reached',
      step: 0,
      readings: [
        { heads: 24_800, fen: 2_976_000 },
        { heads: 25_000, fen: 3_000_000 },
      ],
    })
    expect(fund([24_799, 24_900, 24_950, 25_000], '2020-07-01')).toMatchObject({
      step: 1,
      readings: [
        { heads: 24_900, fen: 2_739_000 },
        { heads: 25_000, fen: 2_750_000 },
      ],
    })
    expect(fund([1, 2, 3, 24_800], '2020-07-01', 24_800)).toMatchObject({
      step: 3,
      readings: [{ heads: 24_800, fen: 1_240_000 }],
    })
  })

  test('not done yet: the next step to come and no sum; not done in the end: nothing', () => {
    const short = [10, 20, 30, 40]
    expect(fund(short, '2019-12-31')).toMatchObject({ state: 'open', step: 0, readings: [] })
    expect(fund(short, '2020-01-01')).toMatchObject({ state: 'open', step: 1 })
    expect(fund(short, '2020-07-01')).toMatchObject({ state: 'missed', step: null, readings: [{ fen: 0 }] })
    const unlisted = { name: '新样镇', target: null, done: 5 }
    expect(fundOf(workFund, unlisted, { heads: [5, 5, 5, 5], undated: 0 }, '2020-07-01')).toMatchObject({
      state: 'noTarget',
      readings: [],
    })
  })
})
