import type { ReplyOf } from '../../../../shared/contracts/contract'
import { missingIn, shouldEnroll, type ReadProgress } from '../../../../shared/contracts/progress'
import { Box } from '../../components/Element'
import { Table, type Column } from '../../components/Table'
import { progress as words } from '../../texts/progress'
import { count } from '../../texts/workbench'
import { gapText, percentText } from './Bars'
import { Cell } from './Cell'

type Progress = ReplyOf<typeof ReadProgress>
type Standing = Pick<Progress['total'], 'counts' | 'done'>

const { columns } = words
const figures = (keys: readonly (keyof typeof columns)[]): Column[] =>
  keys.map((key) => ({ key, title: columns[key], isFigure: true }))

/** Numbers under their column's name; what is not known stays empty. */
const cellsOf = (list: readonly Column[], values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    list.map(({ key, title }) => {
      const figure = values[key]
      return [key, figure ? <Cell key={key} name={title} figure={figure} /> : '']
    }),
  )

const numbers = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, count(value)]))

/** 任务和到账: the printed columns under their own names, and how far that is. */
export const TargetTable = ({ progress: { targets, units, total } }: { progress: Progress }) => {
  const printed = (targets?.columns ?? []).map((column) => ({ ...column, isFigure: true }))
  const list = [...printed, ...figures(['paid', 'onBehalf', 'percent', 'gap'])]
  const paid = ({ counts, done }: Standing) => ({
    paid: count(done - counts.onBehalf),
    onBehalf: count(counts.onBehalf),
  })
  const over = units.flatMap(({ name, gap }) => (name !== null && gap !== null && gap < 0 ? [name] : []))
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
                ...paid(unit),
                percent: percentText(unit.percent),
                gap: unit.gap !== null && unit.gap > 0 ? count(unit.gap) : gapText(unit.gap),
              }),
            },
          })),
          {
            key: words.total,
            isSum: true,
            cells: {
              unit: words.total,
              ...cellsOf(list, {
                ...numbers(total.printed ?? {}),
                ...paid(total),
                percent: percentText(total.percent),
                gap: total.shortfall === null ? undefined : count(total.shortfall),
              }),
            },
          },
        ]}
      />
      {total.shortfall !== null && (
        <Box as="p" className="small muted under">
          {words.shortfallNote(over)}
        </Box>
      )}
    </Box>
  )
}

/** 名册上的人: who is registered, who of them should enroll, and who has not. */
export const RegisterTable = ({ progress: { units, total } }: { progress: Progress }) => {
  const list = figures(['registered', 'employee', 'shouldEnroll', 'done', 'exempt', 'missing'])
  const cells = ({ counts, done }: Standing) =>
    cellsOf(
      list,
      numbers({ ...counts, shouldEnroll: shouldEnroll(counts), done, missing: missingIn(counts) }),
    )
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
