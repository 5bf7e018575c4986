/** 个人缴费: everyone has one fee, sums look like yuan, and the printed sums add up. */
import type { Fault, Path } from '../readTable'
import type { PolicyTable } from '../table'
import { walk, type Examined, type Rule } from './examined'
import { examineRows } from './exactlyOne'
import { plainValues } from './openForms'
import { daysOfYear } from './paymentDays'

/** A year's sum per person above the first or below the second was not meant as yuan (分、万元). */
const largestYuan = 5000
const smallestFeeYuan = 10

export const checkFees: Rule = (examined) => [
  ...oneEach(examined),
  ...likeYuan(examined),
  ...fiscalSum(examined),
  ...increase(examined),
]

function oneEach(examined: Examined): Fault[] {
  const { table, vocabulary } = examined
  const whens = table.fee.map(({ when }) => when)
  const setting = { coverageYear: table.coverageYear, vocabulary, days: daysOfYear(table, whens) }
  return examineRows(examined, table.fee, setting, {
    path: ['fee'],
    row: '缴费标准',
    overlap: 'fee-overlap',
    hole: 'fee-hole',
  })
}

function likeYuan({ table, fault }: Examined): Fault[] {
  const faults: Fault[] = []
  walk(table, (value, path) => {
    if (typeof value !== 'number' || !path.some((key) => /yuan/i.test(String(key)))) return
    if (value > largestYuan)
      faults.push(fault(path, 'unlike-yuan', `${value} 元太大，不像每人每年的钱数；请核对单位是不是元`))
    if (Math.abs(value * 100 - Math.round(value * 100)) > 1e-6)
      faults.push(fault(path, 'unlike-yuan', `${value} 元有不到一分的零头；钱数最多两位小数`))
  })
  for (const { value, at } of feeValues(table))
    if (value < smallestFeeYuan)
      faults.push(
        fault(at, 'unlike-yuan', `缴费标准 ${value} 元太小；请核对单位，谁都不用缴就在 charge 里写 free`),
      )
  return faults
}

interface FeeValue {
  value: number
  at: Path
}

const feeValues = ({ fee }: PolicyTable): FeeValue[] =>
  fee.flatMap(({ yuan }, row) =>
    plainValues<number>(yuan).map(({ value, at }) => ({ value, at: ['fee', row, 'yuan', ...at] })),
  )

const sum = (numbers: readonly number[]): number =>
  Math.round(numbers.reduce((total, n) => total + n * 100, 0)) / 100

function fiscalSum({ table: { fee, fiscal }, fault }: Examined): Fault[] {
  if (!fiscal) return []
  const faults: Fault[] = []
  const added = sum(fiscal.parts.map(({ yuan }) => yuan))
  if (fiscal.parts.length > 0 && added !== fiscal.totalYuan)
    faults.push(
      fault(
        ['fiscal', 'totalYuan'],
        'fiscal-sum',
        `各级财政补助加起来是 ${added} 元，totalYuan 却是 ${fiscal.totalYuan}；请照通知核对`,
      ),
    )
  const shares = fee.flatMap(({ fiscalShareYuan }) => plainValues<number>(fiscalShareYuan))
  if (!shares.some(({ value }) => value === fiscal.totalYuan))
    faults.push(
      fault(
        ['fee', 0, 'fiscalShareYuan'],
        'fiscal-share',
        `财政补助合计是 ${fiscal.totalYuan} 元，缴费标准的 fiscalShareYuan 没有这个数；请改成一致`,
      ),
    )
  return faults
}

function increase({ table, fault }: Examined): Fault[] {
  const { feeIncrease } = table
  if (!feeIncrease) return []
  const fees = feeValues(table).map(({ value }) => value)
  const { previousYuan, byYuan } = feeIncrease
  if (fees.length > 0 && fees.every((fee) => byYuan >= fee))
    return [fault(['feeIncrease', 'byYuan'], 'fee-increase', `提高 ${byYuan} 元不少于缴费标准本身；请核对`)]
  if (previousYuan === undefined || fees.length === 0 || fees.includes(sum([previousYuan, byYuan]))) return []
  return [
    fault(
      ['feeIncrease', 'previousYuan'],
      'fee-increase',
      `上年 ${previousYuan} 元加 ${byYuan} 元，不等于今年的缴费标准 ${fees.join('、')} 元；请核对`,
    ),
  ]
}
