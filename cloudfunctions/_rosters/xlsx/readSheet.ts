import { RosterRefused, type Cell } from '../rosterFile'
import type { RosterLimits } from '../rosterLimits'
import type { RowSink } from '../RowSink'
import { cellOf, columnOf, type CellContext } from './cellOf'
import type { OpenZip } from './inspectZip'
import { parsePart, type Heard } from './parsePart'

/** Streams one sheet's rows into the sink. */
export const readSheet = (
  opened: OpenZip,
  part: string,
  context: CellContext,
  { sink, limits }: { sink: RowSink; limits: RosterLimits },
): Promise<void> => parsePart(opened, part, inCells(rowsHeard(context, sink, limits)))

/** Whether a sheet holds anything; reads no further than the first cell that does. */
export async function holdsSomething(opened: OpenZip, part: string): Promise<boolean> {
  let found = false
  await parsePart(
    opened,
    part,
    inCells({
      open(name) {
        if (name === 'v' || name === 'is' || name === 'f') found = true
      },
    }),
    () => found,
  )
  return found
}

/** Hears the cells alone: what a list to choose from, or a colour by rule, is made of stands below them and has formulas of its own. */
function inCells({ open, close, text }: Heard): Heard {
  let isIn = false
  return {
    open(name, attributes) {
      if (isIn) open?.(name, attributes)
      else if (name === 'sheetData') isIn = true
    },
    close(name) {
      if (name === 'sheetData') isIn = false
      else if (isIn) close?.(name)
    },
    text(more) {
      if (isIn) text?.(more)
    },
  }
}

function rowsHeard(context: CellContext, sink: RowSink, limits: RosterLimits): Heard {
  let row = 0
  let isHidden = false
  let rowElements = 0
  let column = 0
  let cells: Cell[] = []
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  let isGuide = false
  return {
    open(name, attributes) {
      if (name === 'v' || name === 't') {
        isValue = !isGuide
      } else if (name === 'c') {
        column = columnOf(attributes.r ?? '') || column + 1
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = ''
      } else if (name === 'row') {
        const number = Number(attributes.r ?? row + 1)
        // Rows that come twice, or backwards, are two answers to what stands where.
        if (!Number.isSafeInteger(number) || number <= row) throw new RosterRefused('broken')
        row = number
        isHidden = attributes.hidden === '1' || attributes.hidden === 'true'
        column = 0
        cells = []
        rowElements += 1
        // Rows that hold nothing are not counted as rows, but somebody has to stop reading them.
        if (rowElements > 2 * limits.rows) throw new RosterRefused('tooManyRows')
      } else if (name === 'f') {
        throw new RosterRefused('formula', { row, column })
      } else if (name === 'rPh') isGuide = true
    },
    text(more) {
      if (isValue && value.length <= limits.cellText) value += more.slice(0, limits.cellText + 1)
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isGuide = false
      else if (name === 'row') {
        // Whoever sends it sees fewer people than would be taken.
        if (isHidden && cells.length > 0) throw new RosterRefused('hiddenRows', { row, column: 1 })
        sink.take(row, cells)
      } else if (name === 'c' && value !== '') {
        if (column > limits.columns) throw new RosterRefused('tooManyColumns', { row, column })
        while (cells.length < column - 1) cells.push('')
        if ((cells[column - 1] ?? '') !== '') throw new RosterRefused('broken', { row, column })
        cells[column - 1] = cellOf(context, type, style, value)
      }
    },
  }
}
