import type { ReplyOf } from '../../../../shared/contracts/contract'
import { missingIn, shouldEnroll, type ReadProgress } from '../../../../shared/contracts/progress'
import { Box } from '../../components/Element'
import { Table, type Column } from '../../components/Table'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { gapText, percentText } from './Bars'
import { Cell } from '../Cell'
import { Outside } from './Outside'
import { sumRows } from './sumRows'

type Progress = ReplyOf<typeof ReadProgress>
type Standing = Pick<Progress['total'], 'counts' | 'done'>

const { columns } = words
const figures = (keys: readonly (keyof typeof columns)[]): Column[] =>
  keys.map((key) => ({ key, title: columns[key], isFigure: true }))

const figureText = (figure: number | null): string | undefined =>
  figure === null ? undefined : count(figure)

/** How far one place is: in the gap's column stands what is missing, or that nothing is. */
export const goalOf = ({ percent, gap }: Pick<Progress['units'][number], 'percent' | 'gap'>) => ({
  percent: percentText(percent),
  gap: gap !== null && gap > 0 ? count(gap) : gapText(gap),
})

/** Numbers under their column's name; what is not known stays empty. */
export const cellsOf = (list: readonly Column[], values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    list.map(({ key, title }) => {
      const figure = values[key]
      return [key, figure ? <Cell key={key} name={title} figure={figure} /> : '']
    }),
  )

/** The people of one place, as columns show them. */
export const numbersOf = ({ counts, done }: Standing) =>
  numbers({ ...counts, shouldEnroll: shouldEnroll(counts), done, missing: missingIn(counts) })

const numbers = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, count(value)]))

/** 任务和到账: the printed columns under their own names, what offices imported beside them, and how far that is. */
export const TargetTable = ({ progress: { targets, units, total } }: { progress: Progress }) => {
  const printed = (targets?.columns ?? []).map((column) => ({ ...column, isFigure: true }))
  const imported = units.some((unit) => unit.imported !== null)
    ? [{ key: 'imported', title: words.importedTarget, isFigure: true }]
    : []
  const list = [...printed, ...imported, ...figures(['paid', 'onBehalf', 'percent', 'gap'])]
  const paid = ({ counts, done }: Standing) => ({
    paid: count(done - counts.onBehalf),
    onBehalf: count(counts.onBehalf),
  })
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.table}
      </Box>
      <Table
        label={words.table}
        columns={[{ key: 'unit', title: columns.unit }, ...list]}
        rows={[
          ...units.map((unit) => ({
            key: unit.name ?? words.unknownTown,
            cells: {
              unit: unit.name ?? words.unknownTown,
              ...cellsOf(list, {
                ...numbers(unit.printed ?? {}),
                imported: figureText(unit.imported),
                ...paid(unit),
                ...goalOf(unit),
              }),
            },
          })),
          ...sumRows(total).map(({ name, standing, goal }, at) => ({
            key: name,
            isSum: true,
            cells: {
              unit: name,
              ...cellsOf(list, {
                ...(at === 0 ? numbers(total.printed ?? {}) : {}),
                imported: goal?.targetFrom === 'imported' ? count(goal.target) : undefined,
                ...paid(standing),
                percent: percentText(goal?.percent ?? null),
                gap: figureText(goal?.shortfall ?? null),
              }),
            },
          })),
        ]}
      />
      <Outside sums={total} unknown={words.unknownTown} />
      <Notes progress={{ targets, units, total }} />
    </Box>
  )
}

/** What the figures above are reckoned from. */
const Notes = ({
  progress: { targets, units, total },
}: {
  progress: Pick<Progress, 'targets' | 'units' | 'total'>
}) => {
  const over = units.flatMap(({ name, gap }) => (name !== null && gap !== null && gap < 0 ? [name] : []))
  const lines = [
    ...(total.reckoned ? [words.shortfallNote(over)] : []),
    ...(targets?.base ? [words.base(targets.base)] : []),
    ...(units.some(({ printed, imported }) => printed && imported !== null) ? [words.bothTargets] : []),
  ]
  return lines.map((line) => (
    <Box as="p" key={line} className="small muted under">
      {line}
    </Box>
  ))
}

/** 名册上的人: who is registered, who of them should enroll, and who has not. */
export const RegisterTable = ({ progress: { units, total } }: { progress: Progress }) => {
  const list = figures(['registered', 'employee', 'shouldEnroll', 'done', 'exempt', 'missing'])
  const cells = (standing: Standing) => cellsOf(list, numbersOf(standing))
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2 block__h">
        {words.register}
      </Box>
      <Table
        label={words.register}
        columns={[{ key: 'unit', title: columns.unit }, ...list]}
        rows={[
          ...units.map((unit) => ({
            key: unit.name ?? words.unknownTown,
            cells: { unit: unit.name ?? words.unknownTown, ...cells(unit) },
          })),
          { key: words.total, isSum: true, cells: { unit: words.total, ...cells(total) } },
        ]}
      />
      <Box as="p" className="small muted under">
        {words.registerNote}
      </Box>
    </Box>
  )
}
