/** Slips in sums: fees, fiscal shares, subsidies, settlements, targets. */
import type { Path } from '../../../shared/policy/readTable'
import { copy, get, isNumber, listAt, numberAt, places, remove, rename, set, type Data } from './data'
import { damage, seenIn, type Damage } from './kind'

const plus =
  (by: number) =>
  (data: Data, path: Path): void =>
    set(data, path, numberAt(data, path) + by)

const rowsWith = (data: Data, amount: (value: unknown) => boolean): Path[] =>
  places(data, 'subsidies.*').filter((path) => amount(get(data, [...path, 'amount'])))

const isFull = (amount: unknown): boolean => amount === 'full'
const isPart = (amount: unknown): boolean => typeof amount === 'object' && amount !== null && 'yuan' in amount

const formulaColumns = (data: Data): string[] =>
  places(data, 'targets.checks.*.column').map((path) => String(get(data, path)))

/** Two rows whose values in a checked column differ. */
const cellPairs = (data: Data): Path[] =>
  places(data, 'targets.rows.*.values.*').filter(
    ([, , row, , column]) =>
      Number(row) > 0 &&
      formulaColumns(data).includes(String(column)) &&
      get(data, ['targets', 'rows', Number(row), 'values', String(column)]) !==
        get(data, ['targets', 'rows', Number(row) - 1, 'values', String(column)]),
  )

export function swapWithRowBefore(data: Data, path: Path): void {
  const [targets = '', rows = '', row, values = '', column = ''] = path
  const other = [targets, rows, Number(row) - 1, values, column]
  const value = get(data, path)
  set(data, path, get(data, other))
  set(data, other, value)
}

export const moneyDamage: readonly Damage[] = [
  damage(
    'fee in fen',
    'unlike-yuan',
    'fee.*.yuan',
    (data, path) => set(data, path, numberAt(data, path) * 100),
    isNumber,
  ),
  damage(
    'fee in hundreds',
    'unlike-yuan',
    'fee.*.yuan',
    (data, path) => set(data, path, numberAt(data, path) / 100),
    isNumber,
  ),
  seenIn(
    ['subsidies', 'feeIncrease'],
    damage(
      'fee ten yuan off where it is printed twice',
      ['printed-sum', 'fee-increase'],
      (data) => (places(data, 'subsidies.*.printedYuan').length > 0 ? places(data, 'fee.*.yuan') : []),
      plus(10),
    ),
  ),
  damage('fiscal part changed', 'fiscal-sum', 'fiscal.parts.*.yuan', plus(5)),
  damage('fiscal part lost', 'fiscal-sum', 'fiscal.parts.*', remove),
  damage('fiscal total changed', 'fiscal-sum', 'fiscal.totalYuan', plus(-10)),
  damage(
    'fiscal share changed',
    'fiscal-share',
    (data) => (data.fiscal ? places(data, 'fee.*.fiscalShareYuan.value') : []),
    plus(30),
  ),
  damage('fee increase above the fee', 'fee-increase', 'feeIncrease.byYuan', plus(1000)),
  damage('fee increase from another fee', 'fee-increase', 'feeIncrease', (data, path) =>
    set(data, [...path, 'previousYuan'], 320),
  ),
  damage('subsidy above the fee', 'subsidy-above-fee', 'subsidies.*.amount.yuan', plus(400)),
  damage(
    'readings above the fee',
    'subsidy-above-fee',
    (data) => places(data, 'subsidies.*'),
    (data, path) => set(data, [...path, 'amount'], { readings: [{ yuan: 50 }, { yuan: 900 }] }),
  ),
  damage(
    'net fee above the fee',
    'net-above-fee',
    (data) => rowsWith(data, isPart),
    (data, path) => set(data, [...path, 'amount'], { netYuan: 900 }),
  ),
  damage('printed sum changed', 'printed-sum', 'subsidies.*.printedYuan', plus(-10)),
  damage(
    'full subsidy turned into a part',
    ['printed-sum', 'on-behalf-not-full'],
    (data) => rowsWith(data, isFull).filter((path) => get(data, [...path, 'settlement']) === 'paidOnBehalf'),
    (data, path) => set(data, [...path, 'amount'], { yuan: 150 }),
  ),
  damage(
    'subsidy of nothing',
    'no-subsidy',
    (data) => rowsWith(data, isPart),
    (data, path) => set(data, [...path, 'amount'], { yuan: 0 }),
  ),
  damage('percent 0', 'no-subsidy', 'subsidies.*.amount.percent', (data, path) => set(data, path, 0)),
  damage(
    'paid on behalf in part',
    'on-behalf-not-full',
    (data) => rowsWith(data, isPart),
    (data, path) => set(data, [...path, 'settlement'], 'paidOnBehalf'),
  ),
  damage(
    'net collection of nothing',
    'nothing-to-collect',
    (data) => rowsWith(data, isFull),
    (data, path) => set(data, [...path, 'settlement'], 'netCollection'),
  ),
  seenIn(
    ['subsidies', 'recognisedLater'],
    damage('money comes back to no account', 'reimbursement-missing', 'reimbursement', remove),
  ),
  seenIn(
    ['reimbursement'],
    damage(
      'account for no money',
      'reimbursement-unused',
      (data) => (data.recognisedLater || !data.reimbursement ? [] : places(data, 'subsidies')),
      (data, path) => {
        for (const [at] of listAt(data, path).entries()) {
          set(data, [...path, at, 'amount'], { yuan: 100 })
          set(data, [...path, at, 'settlement'], 'netCollection')
        }
      },
    ),
  ),
  damage(
    'full cost without its share',
    'full-cost-without-share',
    (data) => places(data, 'phases.*').filter((path) => get(data, [...path, 'phase']) === 'fullCost'),
    (data, path) => {
      for (const [at] of listAt(data, [...path, 'terms']).entries())
        set(data, [...path, 'terms', at, 'charge'], ['fee'])
    },
  ),
  damage(
    'phase called full cost',
    'full-cost-without-share',
    (data) => places(data, 'phases.*').filter((path) => get(data, [...path, 'phase']) !== 'fullCost'),
    (data, path) => set(data, [...path, 'phase'], 'fullCost'),
  ),
  seenIn(
    ['fee'],
    damage('fiscal share charged but not told', 'fiscal-share-missing', 'phases.*.terms.*', (data, path) => {
      set(data, [...path, 'charge'], ['fee', 'fiscalShare'])
      for (const place of places(data, 'fee.*.fiscalShareYuan')) remove(data, place)
    }),
  ),
  damage(
    'fiscal share charged without the fee',
    'fiscal-share-alone',
    'phases.*.terms.*.charge',
    (data, path) => set(data, path, ['fiscalShare']),
  ),
  damage('fee charged twice', 'charge-twice', 'phases.*.terms.*.charge', (data, path) =>
    set(data, path, ['fee', 'fee']),
  ),
  damage('one target changed', ['target-total', 'target-formula'], 'targets.rows.*.values.*', plus(7)),
  damage('total changed', 'target-total', 'targets.total.*', plus(-100)),
  damage('two cells of a column swapped', 'target-formula', cellPairs, swapWithRowBefore),
  damage('target row lost', 'target-total', 'targets.rows.*', remove),
  damage('target row copied', ['target-name-twice', 'same-row-twice'], 'targets.rows.*', (data, path) =>
    listAt(data, ['targets', 'rows']).push(copy(get(data, path))),
  ),
  damage(
    'another unit’s name among the ways of writing this one',
    'target-name-twice',
    (data) => places(data, 'targets.rows.*').slice(1),
    (data, path) => set(data, [...path, 'alsoWritten'], [get(data, ['targets', 'rows', 0, 'name'])]),
  ),
  damage(
    'serial used twice',
    'target-serial-twice',
    (data) => places(data, 'targets.rows.*.serial').slice(1),
    (data, path) => set(data, path, get(data, places(data, 'targets.rows.*.serial')[0] ?? [])),
  ),
  damage('column misspelt in a row', 'column-undeclared', 'targets.rows.*.values.*', (data, path) =>
    rename(data, path, 'tagret'),
  ),
  damage('cell lost', 'column-missing', 'targets.rows.*.values.*', remove),
  damage('check of an unknown column', 'column-undeclared', 'targets.checks.*.column', (data, path) =>
    set(data, path, 'tagret'),
  ),
  damage('another rounding', 'target-formula', 'targets.checks.*.rounding', (data, path) =>
    set(data, path, 'down'),
  ),
  damage('another percentage', 'target-formula', 'targets.checks.*.percent', (data, path) =>
    set(data, path, 90),
  ),
]
