/** 表册 as files: the workbook cell by cell, what it tells a printer, and a big village's paper. */
import fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { createFormPress } from '../../../cloudfunctions/_adapters/press/createFormPress'
import { formDefinitions } from '../../../cloudfunctions/_forms/formDefinitions'
import { readRoster } from '../../../cloudfunctions/_rosters/readRoster'
import type { Cell } from '../../../cloudfunctions/_rosters/rosterFile'
import type { Form } from '../../../shared/forms/form'
import { sampleForm, samplePeople } from '../../forms/sampleForm'

const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const press = createFormPress(fontFile)

async function cellsOf(bytes: Uint8Array): Promise<Cell[][]> {
  const rows: Cell[][] = []
  const read = await readRoster(Buffer.from(bytes), ({ cells }) => rows.push(cells))
  expect(read).toMatchObject({ kind: 'read' })
  return rows
}

/** What a cell of the table must be: figures are numbers, everything else is text to the last character. */
const wanted = ({ sheets: [sheet] }: Form): Cell[][] =>
  [...(sheet?.rows ?? []), ...(sheet?.total ? [sheet.total] : [])].map((cells) =>
    cells.map((text, column) => {
      const isFigure = sheet?.columns[column]?.type === 'figure' && /^\d+(\.\d+)?$/.test(text)
      return isFigure ? Number(text) : text
    }),
  )

/** Empty cells at the end are not written. */
const filledUp = (cells: readonly Cell[], length: number): Cell[] =>
  Array.from({ length }, (_none, column) => cells[column] ?? '')

/** The rows of the table, below the heading. */
function tableIn(rows: readonly Cell[][], { sheets: [sheet] }: Form): Cell[][] {
  const titles = sheet?.columns.map(({ title }) => title) ?? []
  const head = rows.findIndex((cells) => titles.every((title, column) => cells[column] === title))
  expect(head).toBeGreaterThan(0)
  const count = (sheet?.rows.length ?? 0) + (sheet?.total ? 1 : 0)
  return rows.slice(head + 1, head + 1 + count).map((cells) => filledUp(cells, titles.length))
}

/** Texts as registers have them, and such as a spreadsheet would compute, cut or round. */
const nastyText = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+86',
    '-甲',
    '@SUM(A1)',
    '\u200b王',
    '＝甲',
    '王𬱖',
    '阿·买',
    '<甲>&"乙"',
    "'甲",
    '1E5',
    '007',
    'TRUE',
    '_x0041_',
  ),
  fc.string({ unit: fc.constantFrom(...'甲乙丙·（），a1=+-@"\'&<>'), minLength: 1, maxLength: 40 }),
)

test('every cell comes back from the workbook as the model has it, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(nastyText, nastyText), { minLength: 1, maxLength: 6 }),
      async (texts) => {
        const people = samplePeople(texts.map(([name, address]) => ({ name, address })))
        const form = sampleForm('subsidyRoster', people)
        expect(tableIn(await cellsOf(await press.workbook(form)), form)).toEqual(wanted(form))
      },
    ),
    { numRuns: 20 },
  )
})

test('every form is a workbook of one sheet that our own importer reads, watermark first', async () => {
  for (const { key, columns } of formDefinitions) {
    const form = sampleForm(key, samplePeople([{}, {}]), { blankRows: 1, source: '通知没有印这张表。' })
    const rows = await cellsOf(await press.workbook(form))
    const all = rows.flat().map(String)
    expect(rows[0]?.[0]).toBe(form.watermark)
    if (columns.length > 0) expect(tableIn(rows, form)).toEqual(wanted(form))
    for (const sheet of form.sheets) {
      expect(all).toEqual(
        expect.arrayContaining([...sheet.titles, ...sheet.notes, ...sheet.boxes.map(({ label }) => label)]),
      )
      for (const { text } of sheet.facts.filter((fact) => fact.text !== '')) expect(all).toContain(text)
      for (const { label } of [...sheet.head, ...sheet.foot])
        expect(all.some((text) => text.startsWith(`${label}：`))).toBe(true)
    }
  }
})

/** One file out of the zip, as text. */
function entry(zip: Uint8Array, name: string): string {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20))
    return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`no ${name} in the file`)
}

test('the workbook tells a printer paper, margins, the repeated head and the area; certificates have a page each', async () => {
  const list = await press.workbook(sampleForm('pubeiAnnex4', samplePeople([{}, {}])))
  const sheet = entry(list, 'xl/worksheets/sheet1.xml')
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(sheet).toContain('<pageMargins left="0.630" right="0.472" top="0.551" bottom="0.630"')
  expect(sheet).toContain('第 &amp;P 页 共 &amp;N 页')
  expect(sheet).not.toContain('<f>')
  const workbook = entry(list, 'xl/workbook.xml')
  expect(workbook).toMatch(/_xlnm\.Print_Titles" localSheetId="0">'村委（社区）缴费清册'!\$4:\$4</)
  expect(workbook).toMatch(/_xlnm\.Print_Area" localSheetId="0">'村委（社区）缴费清册'!\$A\$1:\$J\$\d+</)
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))
  expect(widths.map((width) => Math.round(((width * 7 + 5) * 25.4) / 96))).toEqual([
    12, 30, 26, 44, 30, 20, 28, 24, 28, 27,
  ])

  const high = sampleForm('pubeiAnnex4', samplePeople([{ name: '王样例'.repeat(160) }]))
  const large = await press.workbook({ ...high, paper: { size: 'A3', orientation: 'portrait' } })
  expect(entry(large, 'xl/worksheets/sheet1.xml')).toContain('paperSize="8" orientation="portrait"')
  const heights = [...entry(large, 'xl/worksheets/sheet1.xml').matchAll(/ ht="([\d.]+)"/g)]
  expect(Math.max(...heights.map(([, height]) => Number(height)))).toBe(409)

  const certificates = await press.workbook(sampleForm('fullSubsidyCertificate', samplePeople([{}, {}, {}])))
  expect(entry(certificates, 'xl/worksheets/sheet1.xml')).toContain(
    '<rowBreaks count="2" manualBreakCount="2">',
  )
  expect(entry(certificates, 'xl/workbook.xml')).not.toContain('Print_Titles')
})

/** A function's reply, less what Base64 and the envelope add. */
const mostFileBytes = 4.2 * 1024 * 1024

test('the longest volume of each form fits into one reply, on paper and as a workbook', async () => {
  for (const { key, volume } of formDefinitions.filter((one) =>
    ['pubeiAnnex4', 'fullSubsidyCertificate'].includes(one.key),
  )) {
    const people = samplePeople(
      Array.from({ length: volume }, (_none, index) => ({
        // As many different characters as a county's names and addresses have.
        name: `王${String.fromCodePoint(0x4e00 + index)}`,
        address: `旧州村第${index}号${String.fromCodePoint(0x6000 + (index % 2000))}`,
      })),
    )
    const form = sampleForm(key, people)
    expect((await press.pdf(form)).length).toBeLessThan(mostFileBytes)
    expect((await press.workbook(form)).length).toBeLessThan(mostFileBytes)
  }
})
