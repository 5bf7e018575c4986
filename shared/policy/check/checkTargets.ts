/** 任务分解表: every column is declared, every row and the total add up as printed. */
import type { Fault, Path } from '../readTable'
import type { PolicyTable } from '../table'
import type { Examined, Rule } from './examined'

type Targets = NonNullable<PolicyTable['targets']>
type Values = Readonly<Record<string, number>>
type Check = NonNullable<Targets['checks']>[number]

export const checkTargets: Rule = (examined) => {
  const { targets } = examined.table
  if (!targets) return []
  return [
    ...columns(targets, examined),
    ...twice(targets, examined),
    ...totals(targets, examined),
    ...targets.rows.flatMap(({ values, name }, at) =>
      formulas(targets, values, name, ['targets', 'rows', at, 'values'], examined),
    ),
    ...formulas(withoutRounding(targets), targets.total, '合计', ['targets', 'total'], examined),
  ]
}

function columns({ columns: declared, rows, total, checks = [] }: Targets, { fault }: Examined): Fault[] {
  const names = Object.keys(declared)
  const places: { values: Values; path: Path }[] = [
    ...rows.map(({ values }, at) => ({ values, path: ['targets', 'rows', at, 'values'] })),
    { values: total, path: ['targets', 'total'] },
  ]
  const inPlaces = places.flatMap(({ values, path }) => [
    ...Object.keys(values)
      .filter((column) => !names.includes(column))
      .map((column) =>
        fault([...path, column], 'column-undeclared', `columns 里没有 ${column} 这一列；请核对列名`),
      ),
    ...names
      .filter((column) => !(column in values))
      .map((column) => fault(path, 'column-missing', `少了 ${column} 这一列的数；请照附表补上`)),
  ])
  const inChecks = checks.flatMap((check, at) =>
    columnsOf(check)
      .filter((column) => !names.includes(column))
      .map((column) =>
        fault(
          ['targets', 'checks', at],
          'column-undeclared',
          `columns 里没有 ${column} 这一列；请核对 checks`,
        ),
      ),
  )
  return [...inPlaces, ...inChecks]
}

const columnsOf = (check: Check): string[] =>
  'percentOf' in check
    ? [check.column, check.percentOf]
    : [check.column, ...check.sumOf, ...(check.less ?? [])]

function twice({ rows }: Targets, { fault }: Examined): Fault[] {
  return rows.flatMap(({ name, alsoWritten = [], serial }, at) => {
    const before = rows.slice(0, at)
    const path: Path = ['targets', 'rows', at]
    const taken = new Set(before.flatMap((row) => [row.name, ...(row.alsoWritten ?? [])]))
    const again = [name, ...alsoWritten].find((one) => taken.has(one))
    if (again !== undefined) return [fault(path, 'target-name-twice', `${again} 出现了两次；请核对单位名`)]
    return serial !== undefined && before.some((row) => row.serial === serial)
      ? [fault(path, 'target-serial-twice', `序号 ${serial} 出现了两次；请核对序号`)]
      : []
  })
}

function totals({ columns: declared, rows, total }: Targets, { fault }: Examined): Fault[] {
  return Object.keys(declared).flatMap((column) => {
    const printed = total[column]
    const added = rows.reduce((sum, { values }) => sum + (values[column] ?? 0), 0)
    return printed === undefined || printed === added
      ? []
      : [
          fault(
            ['targets', 'total', column],
            'target-total',
            `${column} 各行加起来是 ${added}，合计却是 ${printed}（差 ${added - printed}）；请逐行核对附表`,
          ),
        ]
  })
}

/** Rounded rows do not add up to the rounded total, so shares are proved row by row only. */
const withoutRounding = (targets: Targets): Targets => ({
  ...targets,
  checks: targets.checks?.filter((check) => !('percentOf' in check)),
})

function formulas(
  { checks = [] }: Targets,
  values: Values,
  name: string,
  path: Path,
  { fault }: Examined,
): Fault[] {
  return checks.flatMap((check) => {
    const printed = values[check.column]
    const reckoned = reckon(check, values)
    return printed === undefined || reckoned === undefined || printed === reckoned
      ? []
      : [
          fault(
            [...path, check.column],
            'target-formula',
            `${name} 的 ${check.column} 印的是 ${printed}，按 checks 算是 ${reckoned}；请核对附表`,
          ),
        ]
  })
}

function reckon(check: Check, values: Values): number | undefined {
  if (columnsOf(check).some((column) => values[column] === undefined)) return undefined
  const of = (column: string): number => values[column] ?? 0
  if (!('percentOf' in check))
    return (
      check.sumOf.reduce((sum, column) => sum + of(column), 0) -
      (check.less ?? []).reduce((sum, column) => sum + of(column), 0)
    )
  // Hundredths of a percent keep the product a whole number, so that no binary fraction tips the rounding.
  const share = Math.round(of(check.percentOf) * Math.round(check.percent * 100))
  const exact = share / 10000
  if (check.rounding === 'up') return Math.ceil(exact)
  return check.rounding === 'down' ? Math.floor(exact) : Math.floor(exact + 0.5)
}
