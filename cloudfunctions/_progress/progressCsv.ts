/** 进度表 as CSV: the same figures as on the page, in the same order. */
import {
  shouldEnroll,
  type ProgressSums,
  type ReadProgress,
  type ReadTown,
} from '../../shared/contracts/progress'
import type { ReplyOf } from '../../shared/contracts/contract'
import { csvLineAsIs, harmless } from '../_exports/csvLine'
import { shanghaiTime } from '../_ports/clock'
import words from './progressWords.json'

type Progress = ReplyOf<typeof ReadProgress>
type Town = ReplyOf<typeof ReadTown>
type Standing = Pick<ProgressSums, 'counts' | 'done'>
/** A text, or a figure: a gap may begin with a minus. Null: empty. */
type Cell = string | number | null

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
const figureTitles = ([...countColumns, 'percent', 'gap', ...whyColumns] as const).map((key) => words[key])

/** A county: a line a unit in the order of the page, the sums, and what they are reckoned from. */
export function progressCsv(watermark: string, { targets, units, total, asOf }: Progress): string {
  const columns = targets?.columns ?? []
  const hasImported = units.some(({ imported }) => imported !== null)
  const targetCells = (printed: Readonly<Record<string, number>> | null, imported: number | null) => [
    ...columns.map(({ key }) => printed?.[key] ?? null),
    ...(hasImported ? [imported] : []),
  ]
  const { reckoned } = total
  return file(watermark, asOf, [
    [
      words.unit,
      ...columns.map(({ title }) => title),
      ...(hasImported ? [words.importedTarget] : []),
      ...figureTitles,
    ],
    ...units.map((unit) => [
      unit.name ?? words.unknownTown,
      ...targetCells(unit.printed, unit.imported),
      ...figures(unit, unit),
    ]),
    ...sumLines(
      total,
      targetCells(total.printed, reckoned?.targetFrom === 'imported' ? reckoned.target : null),
    ),
    ...(targets ? [[words.targetsFrom, targets.clauses.join('、')]] : []),
    ...(units.some(({ printed, imported }) => printed && imported !== null) ? [[words.bothTargets]] : []),
    ...notes(total, words.unknownTown),
  ])
}

/** One town: a line a village, the sums, and the town as its county shows it. */
export function townCsv(watermark: string, { unit, clauses, villages, total, asOf }: Town): string {
  const ofNotice = unit.targetFrom === 'notice'
  return file(watermark, asOf, [
    [words.village, words.importedTarget, ...figureTitles],
    ...villages.map((village) => [
      village.village ?? words.unknownVillage,
      village.target,
      ...figures(village, village),
    ]),
    ...(total.reckoned ? sumLines(total, [total.reckoned.target]) : []),
    [unit.name ?? words.unknownTown, unit.imported, ...figures(unit, unit)],
    ...(ofNotice ? [[words.townTarget, unit.target, clauses.join('、')]] : []),
    ...notes(total, words.unknownVillage),
  ])
}

const file = (watermark: string, asOf: string | null, lines: readonly Cell[][]): string =>
  `\uFEFF${[[watermark], [words.asOf, asOf === null ? words.never : shanghaiTime(asOf)], ...lines]
    .map((cells) => csvLineAsIs(cells.map(written)))
    .join('')}`

const written = (cell: Cell): string => (typeof cell === 'string' ? harmless(cell) : `${cell ?? ''}`)

/** One sum where everybody is in it; else those whose target is reckoned with, and everybody without one. */
function sumLines(total: ProgressSums, targets: readonly Cell[]): Cell[][] {
  const { reckoned, outside } = total
  const goal = reckoned ? { percent: reckoned.percent, gap: reckoned.shortfall } : noGoal
  if (!reckoned || !outside) return [[words.total, ...targets, ...figures(total, goal)]]
  return [
    [words.totalReckoned, ...targets, ...figures(reckoned, goal)],
    [words.totalAll, ...targets.map(() => null), ...figures(total, noGoal)],
  ]
}

/** What the percentage and the gap are reckoned from, and who is in neither. */
function notes({ reckoned, outside }: ProgressSums, unknown: string): Cell[][] {
  if (!reckoned) return []
  if (!outside) return [[words.shortfall]]
  const said = reckoned.targetFrom === 'notice' ? words.outsideNotice : words.outsideImported
  const names = outside.names.map((name) => name ?? unknown).join('、')
  const people = [words.registered, outside.counts.registered, words.done, outside.done]
  return [[words.shortfall], [said, names, ...people]]
}

const noGoal = { percent: null, gap: null }

const figures = (
  { counts, done }: Standing,
  { percent, gap }: { percent: number | null; gap: number | null },
): Cell[] => [
  ...countColumns.map((key) =>
    key === 'done' ? done : key === 'shouldEnroll' ? shouldEnroll(counts) : counts[key],
  ),
  percent === null ? null : percent.toFixed(1),
  gap,
  ...whyColumns.map((key) => counts[key]),
]
