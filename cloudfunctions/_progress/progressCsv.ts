/** 进度表 as CSV: the same figures as on the page, in the same order. */
import { shouldEnroll, type ReadProgress, type ReadTown } from '../../shared/contracts/progress'
import type { ReplyOf } from '../../shared/contracts/contract'
import { csvLine } from '../_exports/csvLine'
import { shanghaiTime } from '../_ports/clock'
import words from './progressWords.json'

type Progress = ReplyOf<typeof ReadProgress>
type Town = ReplyOf<typeof ReadTown>
type Standing = Pick<Progress['total'], 'counts' | 'done'>

const countColumns = [
  'registered',
  'employee',
  'shouldEnroll',
  'wechat',
  'counter',
  'roster',
  'onBehalf',
  'done',
] as const
const whyColumns = ['exempt', 'elsewhere', 'subsidised', 'lastYear', 'other'] as const

export function progressCsv(watermark: string, { targets, units, total, asOf }: Progress): string {
  const columns = targets?.columns ?? []
  const printedCells = (printed: Readonly<Record<string, number>> | null) =>
    columns.map(({ key }) => cell(printed?.[key] ?? null))
  return file(watermark, asOf, [
    [
      words.unit,
      ...columns.map(({ title }) => title),
      ...countColumns.map((key) => words[key]),
      words.percent,
      words.gap,
      ...whyColumns.map((key) => words[key]),
    ],
    ...units.map((unit) => [
      unit.name ?? words.unknownTown,
      ...printedCells(unit.printed),
      ...counted(unit),
      percentCell(unit.percent),
      cell(unit.gap),
      ...why(unit),
    ]),
    [
      words.total,
      ...printedCells(total.printed),
      ...counted(total),
      percentCell(total.percent),
      cell(total.shortfall),
      ...why(total),
    ],
    ...(targets ? [[words.targetsFrom, targets.clauses.join('、')], [words.shortfall]] : []),
  ])
}

export const townCsv = (watermark: string, { unit, villages, asOf }: Town): string =>
  file(watermark, asOf, [
    [words.village, words.importedTarget, ...[...countColumns, ...whyColumns].map((key) => words[key])],
    ...villages.map((village) => [
      village.village ?? words.unknownVillage,
      cell(village.target),
      ...counted(village),
      ...why(village),
    ]),
    [unit.name ?? words.unknownTown, '', ...counted(unit), ...why(unit)],
  ])

const file = (watermark: string, asOf: string | null, lines: readonly string[][]): string =>
  `\uFEFF${[[watermark], [words.asOf, asOf === null ? words.never : shanghaiTime(asOf)], ...lines]
    .map(csvLine)
    .join('')}`

const counted = ({ counts, done }: Standing): string[] =>
  countColumns.map((key) =>
    String(key === 'done' ? done : key === 'shouldEnroll' ? shouldEnroll(counts) : counts[key]),
  )

const why = ({ counts }: Standing): string[] => whyColumns.map((key) => String(counts[key]))

const cell = (figure: number | null): string => (figure === null ? '' : String(figure))

const percentCell = (percent: number | null): string => (percent === null ? '' : percent.toFixed(1))
