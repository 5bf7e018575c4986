import type { RowSink } from '../RowSink'
import { RosterRefused } from '../rosterFile'
import { separatorOf, type Separator } from './separatorOf'
import { textOf } from './textOf'

/** A spreadsheet has no more columns than these; a line that has would be held in memory whole. */
const mostColumns = 16_384

/** `="6207"`: digits that a bank's program keeps a spreadsheet from taking for a number. It computes nothing. */
const givenText = /^="([^"=]*)"$/

interface Spot {
  row: number
  column: number
}

interface Text {
  text: string
  separator: Separator
  /** Where a cell without quotes ends. */
  ends: RegExp
}

/** CSV by RFC 4180 with any kind of line end, its cells parted by commas, tabs or semicolons. */
export function readCsv(bytes: Buffer, sink: RowSink): void {
  const text = textOf(bytes)
  const separator = separatorOf(text)
  const read = { text, separator, ends: new RegExp(`[${separator}\r\n]`, 'g') }
  let at = 0
  let number = 0
  while (at < text.length) {
    const line = readLine(read, at, number + 1)
    number += 1
    sink.take(number, line.cells)
    at = line.next
  }
}

function readLine(read: Text, from: number, row: number): { cells: string[]; next: number } {
  const { text, separator } = read
  const cells: string[] = []
  let at = from
  for (;;) {
    const spot = { row, column: cells.length + 1 }
    const cell = text[at] === '"' ? quotedCell(read, at, spot) : plainCell(read, at)
    const value = givenText.exec(cell.value)?.[1] ?? cell.value
    // A cell that computes something is refused in a workbook, and so is one that would in a spreadsheet.
    if (value.startsWith('=')) throw new RosterRefused('formula', spot)
    if (cells.push(value) > mostColumns)
      throw new RosterRefused('tooManyColumns', { row, column: cells.length })
    at = cell.next
    if (text[at] === separator) {
      at += 1
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    return { cells, next: at + 1 }
  }
}

function plainCell({ text, ends }: Text, from: number): { value: string; next: number } {
  ends.lastIndex = from
  const next = ends.exec(text)?.index ?? text.length
  return { value: text.slice(from, next).trim(), next }
}

function quotedCell(read: Text, from: number, spot: Spot): { value: string; next: number } {
  const { text } = read
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new RosterRefused('broken', spot)
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const { value: after, next } = plainCell(read, quote + 1)
      return { value: (value + after).trim(), next }
    }
    value += '"'
    at = quote + 2
  }
}
