/** Workbooks (.xlsx) as a test wants them. */
import { makeZip, type ZipEntry } from './makeZip'

/** Text, a number, a number shown as a day, or a cell's XML as it stands. */
export type MadeCell = string | number | { day: number } | { xml: string }

export interface Made {
  /** Texts in one common list, as Excel writes them; otherwise in the cells. */
  shared?: boolean
  from1904?: boolean
  /** Further sheets, each with its rows. */
  more?: readonly (readonly (readonly MadeCell[])[])[]
  /** Entries added, or put in place of those of the same name. */
  entries?: readonly ZipEntry[]
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const columnName = (column: number): string =>
  column <= 26
    ? String.fromCharCode(64 + column)
    : columnName(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))

export function makeWorkbook(rows: readonly (readonly MadeCell[])[], made: Made = {}): Buffer {
  const texts = new Map<string, number>()
  const sheets = [rows, ...(made.more ?? [])].map((each) => sheetOf(each, made.shared ? texts : undefined))
  const entries: ZipEntry[] = [
    {
      name: '[Content_Types].xml',
      data: `${head}<Types><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: 'xl/workbook.xml', data: workbookOf(sheets.length, made.from1904 === true) },
    { name: 'xl/_rels/workbook.xml.rels', data: relationshipsOf(sheets.length) },
    { name: 'xl/styles.xml', data: styles },
    { name: 'xl/sharedStrings.xml', data: stringsOf([...texts.keys()]) },
    ...sheets.map((data, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, data })),
  ]
  const own = made.entries ?? []
  return makeZip([...entries.filter(({ name }) => !own.some((one) => one.name === name)), ...own])
}

/** Style 1 is a day by Excel's own format, style 2 by one of the file, style 3 a sum of money. */
const styles =
  `${head}<styleSheet ${main}><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>` +
  '<numFmt numFmtId="177" formatCode="0.00&quot;yuan day&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>'

const workbookOf = (sheets: number, from1904: boolean): string =>
  `${head}<workbook ${main} xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>` +
  Array.from(
    { length: sheets },
    (_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  ).join('') +
  '</sheets></workbook>'

const relationshipsOf = (sheets: number): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  Array.from(
    { length: sheets },
    (_, i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  ).join('') +
  `<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`

const stringsOf = (texts: readonly string[]): string =>
  `${head}<sst ${main}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t><rPh sb="0" eb="1"><t>pinyin</t></rPh></si>`).join('')}</sst>`

function sheetOf(rows: readonly (readonly MadeCell[])[], texts: Map<string, number> | undefined): string {
  const lines = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell, j) => cellXml(cell, `${columnName(j + 1)}${i + 1}`, texts)).join('')}</row>`,
  )
  return `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function cellXml(cell: MadeCell, at: string, texts: Map<string, number> | undefined): string {
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'object')
    return 'day' in cell ? `<c r="${at}" s="1"><v>${cell.day}</v></c>` : cell.xml.replaceAll('@', at)
  if (!texts) return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  const place = texts.get(cell) ?? texts.size
  texts.set(cell, place)
  return `<c r="${at}" t="s"><v>${place}</v></c>`
}
