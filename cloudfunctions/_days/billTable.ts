/** The frame of WeChat's bill: a header, rows, a header of totals, and the totals. */

/** Why a bill cannot be read. Nothing of a broken bill is used. */
export type BillFlaw =
  /** No header, or a column is not there. */
  | 'header'
  /** A row with too few or too many cells. */
  | 'cells'
  /** A moment the calendar does not have. */
  | 'time'
  /** Not yuan with two decimals, or a sum that cannot be. */
  | 'sum'
  /** A number or a word that must be there is not, or is another. */
  | 'word'
  /** The end is missing: no totals, or something after them. */
  | 'totals'
  /** The totals say something else than the rows. */
  | 'disagrees'

/** Thrown while a bill is read, and nowhere else: `readBill` makes a value of it. */
export class BillError extends Error {
  constructor(
    readonly why: BillFlaw,
    /** The line of the file, from 1. */
    readonly row: number,
  ) {
    super(why)
  }
}

/** A line of cells that are found by the name of their column. */
export interface BillLine {
  row: number
  /** @throws BillError where the bill has no such column. */
  cell(column: string): string
}

type Columns = ReadonlyMap<string, number>

/** A bill taken apart by its columns, nothing of it understood yet. */
export interface BillTable {
  columns: Columns
  /** Each is taken apart as it is asked for: a bill of 100,000 rows is 25 MB. */
  rows: Iterable<BillLine>
  totalColumns: Columns
  totals: BillLine
}

const byteOrderMark = '\uFEFF'

/** A column of the rows and one of the totals by which 交易账单 is told from another bill. */
const telling = { rows: '交易时间', totals: '总交易单数' }

/** @throws BillError */
export function readBillTable(text: string): BillTable {
  const lines = (text.startsWith(byteOrderMark) ? text.slice(1) : text).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const columns = columnsOf(lines[0] ?? '', 1, telling.rows)
  const end = lines.findIndex((line, index) => index > 0 && !isRow(line))
  if (end === -1 || end + 2 > lines.length) throw new BillError('totals', lines.length)
  const totalColumns = columnsOf(lines[end] ?? '', end + 1, telling.totals)
  if (end + 2 < lines.length) throw new BillError('totals', end + 3)
  return {
    columns,
    rows: linesBetween(lines, 1, end, columns),
    totalColumns,
    totals: lineOf(lines[end + 1] ?? '', end + 2, totalColumns),
  }
}

function* linesBetween(lines: string[], from: number, end: number, columns: Columns): Generator<BillLine> {
  for (let at = from; at < end; at += 1) yield lineOf(lines[at] ?? '', at + 1, columns)
}

/** Every cell WeChat writes begins with a backtick, so that a table program leaves long numbers as they are. */
const isRow = (line: string): boolean => line.startsWith('`') || line.startsWith('"`')

function columnsOf(line: string, row: number, told: string): Columns {
  const names = line.split(',')
  const columns = new Map(names.map((name, index) => [name, index]))
  if (columns.size !== names.length || !columns.has(told)) throw new BillError('header', row)
  return columns
}

function lineOf(line: string, row: number, columns: Columns): BillLine {
  const cells = isRow(line) ? cellsOf(line) : undefined
  if (cells?.length !== columns.size) throw new BillError('cells', row)
  return {
    row,
    cell(column) {
      const index = columns.get(column)
      if (index === undefined) throw new BillError('header', row)
      return cells[index] ?? ''
    },
  }
}

/** A cell in quotes, whichever side of the first one the backtick stands; a quote inside is doubled. */
const quotedCell = /(?:`"|"`)((?:[^"]|"")*)"(?=,["`]|$)/y
/** A cell ends where the next backtick follows a comma, so that a title may hold commas and quotes. */
const plainCell = /`(.*?)(?=,`|,"`|$)/y

/** The cells without their backticks, or undefined if they are not written so. */
function cellsOf(line: string): string[] | undefined {
  if (!line.includes('"')) return line.slice(1).split(',`')
  const cells: string[] = []
  for (let at = 0; at < line.length; at += 1) {
    quotedCell.lastIndex = plainCell.lastIndex = at
    const quoted = quotedCell.exec(line)
    const found = quoted ?? plainCell.exec(line)
    if (!found) return undefined
    cells.push(quoted ? (found[1] ?? '').replaceAll('""', '"') : (found[1] ?? ''))
    at += found[0].length
  }
  return cells
}
