import type { ImportKind, ImportReason } from '../../shared/contracts/imports'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import { csvLineAsIs } from '../../cloudfunctions/_exports/csvLine'
import { makeWorkbook, type MadeCell } from '../cloudfunctions/rosters/makeWorkbook'
import type { CountyPerson } from './countyPeople'
import { damageRow, type Damage, type Headings, type Row } from './damageRow'
import { gb18030 } from './gb18030'

/** One row of a roster as the test wrote it. */
export interface RosterLine {
  /** As the spreadsheet counts, from 1. */
  row: number
  person: CountyPerson
  cells: Row
  /** What is wrong with it, and under which heading; a right row has none. */
  wrong?: { heading: string; reason: ImportReason }
}

/** A roster as an office would send it, and what the test knows of it without reading it. */
export interface MadeRoster {
  kind: ImportKind
  fileName: string
  file: Buffer
  /** As its 合计 says. */
  statedTotal: number
  lines: RosterLine[]
}

export interface Sheet {
  kind: ImportKind
  fileName: string
  form: 'xlsx' | 'utf-8' | 'gb18030'
  /** Above the headings, a row each. */
  titles: readonly string[]
  headings: Headings
  rowOf: (person: CountyPerson, place: number) => Row
  people: readonly CountyPerson[]
  /** One row each, of these people, who stand nowhere else in the roster. */
  wrong: readonly [Damage, CountyPerson][]
  /** So many right rows stand a second time further down. */
  twice: number
  /** How far the printed total lies from the rows. */
  totalOff?: number
}

/** Makes one: its columns in an order of the seed's, its wrong rows among the right ones. */
export function makeRoster(seed: number, sheet: Sheet): MadeRoster {
  const choice = seededChoice(seed)
  const { titles, headings, rowOf, people, wrong, twice, totalOff = 0 } = sheet
  const lines: Omit<RosterLine, 'row'>[] = people.map((person, place) => ({
    person,
    cells: rowOf(person, place),
  }))
  for (const [reason, person] of wrong) {
    const { row, heading } = damageRow(rowOf(person, 0), headings, person, reason)
    lines.splice(choice.number(lines.length + 1), 0, { person, cells: row, wrong: { heading, reason } })
  }
  for (let made = 0; made < twice;) {
    const from = choice.number(lines.length)
    const first = lines[from]
    if (!first || first.wrong) continue
    const place = from + 1 + choice.number(lines.length - from)
    lines.splice(place, 0, { ...first, wrong: { heading: headings.idNumber, reason: 'twice' } })
    made += 1
  }
  const columns = shuffled(choice, Object.keys(rowOf(people[0] as CountyPerson, 0)))
  const statedTotal = lines.length + totalOff
  const rows: MadeCell[][] = [
    ...titles.map((title) => [title]),
    columns,
    ...lines.map(({ cells }) => columns.map((column) => cells[column] ?? '')),
    ['合计', `${statedTotal}人`],
  ]
  const first = titles.length + 2
  return {
    kind: sheet.kind,
    fileName: sheet.fileName,
    file: fileOf(sheet.form, rows),
    statedTotal,
    lines: lines.map((line, place) => ({ row: first + place, ...line })),
  }
}

function shuffled(choice: ReturnType<typeof seededChoice>, columns: readonly string[]): string[] {
  const left = [...columns]
  return columns.map(() => left.splice(choice.number(left.length), 1)[0] ?? '')
}

function fileOf(form: Sheet['form'], rows: readonly MadeCell[][]): Buffer {
  if (form === 'xlsx') return makeWorkbook(rows, { shared: true })
  const text = rows.map((row) => csvLineAsIs(row.map(textOf))).join('')
  return form === 'utf-8' ? Buffer.from(`\uFEFF${text}`) : gb18030(text)
}

const textOf = (cell: MadeCell): string => {
  if (typeof cell === 'object') throw new RangeError('a CSV has texts only')
  // As a spreadsheet writes a long number that it has rounded.
  return typeof cell === 'number' ? cell.toExponential(5).toUpperCase() : cell
}
