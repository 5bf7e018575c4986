import { RosterRefused, type Cell } from '../rosterFile'
import { serialDay } from './serialDay'

/** What cells point to: the texts they share, the styles that show days, and where days are counted from. */
export interface CellContext {
  strings: readonly string[]
  dates: ReadonlySet<number>
  from1904: boolean
}

/** What a cell holds: `type` and `style` are its attributes, `value` its text. */
export function cellOf(
  { strings, dates, from1904 }: CellContext,
  type: string,
  style: number,
  value: string,
): Cell {
  if (type === 's') return shared(strings, value)
  if (type === 'inlineStr' || type === 'str' || type === 'e') return value.trim()
  if (type === 'd') return value.slice(0, 10)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (value === '') return ''
  const number = Number(value)
  if (!Number.isFinite(number)) return value.trim()
  return (dates.has(style) ? serialDay(number, from1904) : undefined) ?? number
}

/** @throws RosterRefused where no such text is: it would be taken for an empty cell. */
function shared(strings: readonly string[], place: string): string {
  const text = strings[Number(place)]
  if (text === undefined) throw new RosterRefused('broken')
  return text.trim()
}

/** The column of a reference like `AB12`, counted from 1; 0 where it has none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length && i < 4; i += 1) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}
