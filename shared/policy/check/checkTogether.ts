/** Tables beside one another: one for each county and year, one name for each place, fees that follow each other. */
import type { Fault, Source } from '../readTable'
import type { PolicyTable } from '../table'
import { plainValues } from './openForms'

export interface ReadTable {
  table: PolicyTable
  source: Source
}

export function checkTogether(tables: readonly ReadTable[]): Fault[] {
  return tables.flatMap((one, at) => {
    const before = tables.slice(0, at)
    return [
      ...sameYear(one, before),
      ...placeName(one, before),
      ...noticeId(one, before),
      ...feeIncrease(one, tables),
    ]
  })
}

const faultAt = ({ source }: ReadTable, path: readonly string[], rule: string, message: string): Fault => ({
  file: source.file,
  line: source.lineOf(path),
  rule,
  message,
})

function sameYear(one: ReadTable, before: readonly ReadTable[]): Fault[] {
  const { region, coverageYear } = one.table
  const twin = before.find(({ table }) => table.region === region && table.coverageYear === coverageYear)
  return twin
    ? [
        faultAt(
          one,
          ['coverageYear'],
          'county-year-twice',
          `${region} 的 ${coverageYear} 年度已有一张表（${twin.source.file}）；只能留一张`,
        ),
      ]
    : []
}

function placeName(one: ReadTable, before: readonly ReadTable[]): Fault[] {
  const { region, place } = one.table
  const path = ['place']
  const sameRegion = before.find(({ table }) => table.region === region)?.table.place
  if (sameRegion && (sameRegion.name !== place.name || sameRegion.partOf !== place.partOf))
    return [
      faultAt(
        one,
        path,
        'place-differs',
        `${region} 在另一张表里叫“${sameRegion.partOf ?? ''}${sameRegion.name}”；请写成一样`,
      ),
    ]
  const other = before.find(
    ({ table }) =>
      table.region !== region && table.place.name === place.name && table.place.partOf === place.partOf,
  )
  return other
    ? [faultAt(one, path, 'place-twice', `${place.name} 已经用了 region ${other.table.region}；请用同一个`)]
    : []
}

function noticeId(one: ReadTable, before: readonly ReadTable[]): Fault[] {
  const { id } = one.table.notice
  return before.some(({ table }) => table.notice.id === id)
    ? [faultAt(one, ['notice', 'id'], 'notice-id-twice', `通知代号 ${id} 已经用在另一张表；请另取一个`)]
    : []
}

/** Where last year's table is at hand, the printed increase leads from its fee to this one's. */
function feeIncrease(one: ReadTable, tables: readonly ReadTable[]): Fault[] {
  const { region, coverageYear, fee, feeIncrease: increase } = one.table
  const last = tables.find(({ table }) => table.region === region && table.coverageYear === coverageYear - 1)
  if (!increase || !last) return []
  const feesOf = (rows: PolicyTable['fee']): number[] =>
    rows.flatMap(({ yuan }) => plainValues<number>(yuan).map(({ value }) => value))
  const isReached = feesOf(last.table.fee).some((before) => feesOf(fee).includes(before + increase.byYuan))
  return isReached
    ? []
    : [
        faultAt(
          one,
          ['feeIncrease', 'byYuan'],
          'fee-increase',
          `上一年度的缴费标准加 ${increase.byYuan} 元，不等于今年的缴费标准；请核对两张表`,
        ),
      ]
}
