/**
 * Damage that no checker can notice, because the table holds nothing to compare it with: only reading the notice
 * against the table finds it. Kept as a list that is tried, so that nobody believes these are covered.
 */
import { addDays } from '../../../shared/rules/civilDay'
import { get, isDay, isNumber, listAt, numberAt, places, remove, set, textAt, type Data } from './data'
import { damage, type Damage } from './kind'
import { swapWithRowBefore } from './moneyDamage'

export interface Unnoticed extends Damage {
  reason: string
}

const unnoticed = (reason: string, ...args: Parameters<typeof damage>): Unnoticed => ({
  ...damage(...args),
  reason,
})

const isPrintedOnce = (data: Data): boolean => places(data, 'subsidies.*.printedYuan').length === 0

export const unnoticedDamage: readonly Unnoticed[] = [
  unnoticed(
    'the notice prints the fee once',
    'fee ten yuan off where it is printed once',
    [],
    (data) => (isPrintedOnce(data) ? places(data, 'fee.*.yuan') : []),
    (data, path) => set(data, path, numberAt(data, path) + 10),
  ),
  unnoticed(
    'a fixed subsidy is printed once, and below the fee',
    'subsidy ten yuan lower',
    [],
    'subsidies.*.amount.yuan',
    (data, path) => set(data, path, numberAt(data, path) - 10),
  ),
  unnoticed(
    'a percentage is printed once',
    'another percentage of subsidy',
    [],
    'subsidies.*.amount.percent',
    (data, path) => set(data, path, numberAt(data, path) - 5),
  ),
  unnoticed(
    'the last day of the window is printed once',
    'window closes a day early',
    [],
    (data) =>
      [['phases', listAt(data, ['phases']).length - 1, 'to']].filter((path) => isDay(get(data, path))),
    (data, path) => set(data, path, addDays(textAt(data, path), -1)),
  ),
  unnoticed(
    'the first day of the window is printed once',
    'window opens a day late',
    [],
    (data) => [['phases', 0, 'from']].filter((path) => isDay(get(data, path))),
    (data, path) => set(data, path, addDays(textAt(data, path), 1)),
  ),
  unnoticed('another clause is a clause as well', 'clause of another rule', [], '**.clause', (data, path) =>
    set(data, path, '一'),
  ),
  unnoticed(
    'the time of the push is printed once, and the usual one holds where there is none',
    'time of the push lost',
    [],
    'collectionDetail',
    remove,
  ),
  unnoticed('a rate is printed once', 'rate ten lower', [], 'rates.*.percent', (data, path) =>
    set(data, path, numberAt(data, path) - 10),
  ),
  unnoticed('a remark stands for itself', 'remark lost', [], 'remarks.*', remove),
  unnoticed(
    'the clause of the row stands for it',
    'clause of the settlement lost',
    [],
    'subsidies.*.settlementClause',
    remove,
  ),
  unnoticed('"in principle" is one word', 'soft window made hard', [], 'phases.*.soft', remove),
  unnoticed(
    'the month is printed once',
    'another month for the late recognised',
    [],
    'recognisedLater.*.month',
    (data, path) => set(data, path, 'sameMonth'),
  ),
  unnoticed(
    'an office nobody asks is only an address',
    'office lost that nobody asks',
    [],
    (data) =>
      places(data, 'offices.*').filter(
        ([, id]) => !places(data, '**.ask').some((path) => get(data, path) === id),
      ),
    remove,
  ),
  unnoticed(
    'both cells are printed once, and the column still adds up',
    'two cells swapped in a column without a formula',
    [],
    (data) =>
      places(data, 'targets.checks').length > 0
        ? []
        : places(data, 'targets.rows.*.values.*', isNumber).filter(([, , row]) => Number(row) > 0),
    swapWithRowBefore,
  ),
]
