import type { ImportKind } from '../../shared/contracts/imports'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { RosterRow } from '../_rosters/rosterFile'
import { textOfCell } from './textOfCell'
import { headingRow, lowestHeading, totalsOf } from './findHeadings'
import { rowsPerChunk, type ImportFields } from './importRecord'
import { isRoundedSurely } from './people/writtenId'

/** A file's rows as they are parked, and what was seen on the way. */
export interface Packed {
  headings: string[]
  /** Chunks of rows, each as one text: a county's rows as objects are three times as large. */
  chunks: string[]
  rows: number
  totals: ImportFields['totals']
  /** Whether an ID number in it shows that they were rounded. */
  rounded: boolean
}

/** Takes a file's rows as they are read: finds the headings, puts totals aside, and packs everything below a chunk at a time. */
export class RowPacker {
  private readonly head: RosterRow[] = []
  private headings: string[] | undefined
  private readonly chunks: string[] = []
  private open: RosterRow[] = []
  private rows = 0
  private totals: ImportFields['totals'] = []
  private rounded = false

  constructor(
    private readonly kind: ImportKind,
    private readonly today: CivilDay,
  ) {}

  take({ number, cells }: RosterRow): void {
    const row = { number, cells: cells.map((cell) => (typeof cell === 'string' ? textOfCell(cell) : cell)) }
    if (this.head.length === lowestHeading) return this.pack(row)
    this.head.push(row)
    if (this.head.length === lowestHeading) this.readHead()
  }

  /** What there was; undefined where no row names the columns. */
  end(): Packed | undefined {
    if (this.head.length < lowestHeading) this.readHead()
    if (this.open.length > 0) this.chunks.push(JSON.stringify(this.open))
    const { headings, chunks, rows, totals, rounded } = this
    return headings && { headings, chunks, rows, totals, rounded }
  }

  private readHead(): void {
    const heading = headingRow(this.kind, this.head)
    if (heading === undefined) return
    this.headings = (this.head[heading]?.cells ?? []).map(String)
    this.head.slice(heading + 1).forEach((row) => this.pack(row))
  }

  /** A total row is nobody; the last one that says a number, and not of a part alone, is the file's own total. */
  private pack(row: RosterRow): void {
    const { headings } = this
    // A list that was made for printing has them on every page.
    if (!headings || row.cells.every((cell, i) => cell === headings[i])) return
    const totals = totalsOf(row)
    if (totals) {
      if (totals.length > 0) this.totals = totals
      return
    }
    this.rows += 1
    this.rounded ||= row.cells.some((cell) => isRoundedSurely(cell, this.today))
    this.open.push(row)
    if (this.open.length < rowsPerChunk) return
    this.chunks.push(JSON.stringify(this.open))
    this.open = []
  }
}
