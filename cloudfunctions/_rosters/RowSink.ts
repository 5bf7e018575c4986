import { RosterRefused, type Cell, type RosterRow } from './rosterFile'
import type { RosterLimits } from './rosterLimits'

/** What stands where a formula could not be computed: it stays when the formula is replaced by its value. */
const failed = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/

/** Takes rows as a file gives them, stops at the limits, leaves out what is empty, and hands the rest on. */
export class RowSink {
  rows = 0
  private cells = 0

  constructor(
    private readonly limits: RosterLimits,
    private readonly onRow: (row: RosterRow) => void,
  ) {}

  take(number: number, cells: Cell[]): void {
    let width = cells.length
    while (width > 0 && cells[width - 1] === '') width -= 1
    if (width === 0) return
    const { rows, columns, cells: most, cellText } = this.limits
    this.rows += 1
    this.cells += width
    if (this.rows > rows) throw new RosterRefused('tooManyRows')
    if (width > columns) throw new RosterRefused('tooManyColumns', { row: number, column: width })
    if (this.cells > most) throw new RosterRefused('tooManyCells')
    for (const [place, cell] of cells.entries()) {
      if (typeof cell !== 'string') continue
      if (cell.length > cellText) throw new RosterRefused('longCell', { row: number, column: place + 1 })
      if (cell.startsWith('#') && failed.test(cell))
        throw new RosterRefused('formula', { row: number, column: place + 1 })
    }
    this.onRow({ number, cells: cells.slice(0, width) })
  }
}
