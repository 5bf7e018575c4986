import type { RowSink } from '../RowSink'
import { RosterRefused } from '../rosterFile'

/** CSV by RFC 4180 with either kind of line end, in UTF-8 (with or without a mark) or GB18030. */
export function readCsv(bytes: Buffer, sink: RowSink): void {
  const text = decoded(bytes)
  let at = 0
  let number = 0
  while (at < text.length) {
    const line = readLine(text, at, number + 1)
    number += 1
    sink.take(number, line.cells)
    at = line.next
  }
}

/** GB18030 takes nearly any bytes, so UTF-8 is tried first. */
function decoded(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  throw new RosterRefused('encoding')
}

function readLine(text: string, from: number, row: number): { cells: string[]; next: number } {
  const cells: string[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, row) : plainCell(text, at)
    // A cell that computes something is refused in a workbook, and so is one that would in a spreadsheet.
    if (cell.value.startsWith('=')) throw new RosterRefused('formula', { row, column: cells.length + 1 })
    cells.push(cell.value)
    at = cell.next
    if (text[at] === ',') {
      at += 1
      continue
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    return { cells, next: at + 1 }
  }
}

const ends = /[,\r\n]/g

function plainCell(text: string, from: number): { value: string; next: number } {
  ends.lastIndex = from
  const next = ends.exec(text)?.index ?? text.length
  return { value: text.slice(from, next).trim(), next }
}

function quotedCell(text: string, from: number, row: number): { value: string; next: number } {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) throw new RosterRefused('broken', { row, column: 1 })
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const { value: after, next } = plainCell(text, quote + 1)
      return { value: (value + after).trim(), next }
    }
    value += '"'
    at = quote + 2
  }
}
