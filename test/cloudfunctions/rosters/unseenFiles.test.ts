/** Files as offices really send them, and as nobody should: each is read right or refused by its name, never guessed at. */
import type { ImportKind } from '../../../shared/contracts/imports'
import { mappingBy, totalsOf } from '../../../cloudfunctions/_imports/findHeadings'
import { fenOf, headsOf } from '../../../cloudfunctions/_imports/rowCells'
import { RowPacker } from '../../../cloudfunctions/_imports/RowPacker'
import { readRoster } from '../../../cloudfunctions/_rosters/readRoster'
import type { RosterRow } from '../../../cloudfunctions/_rosters/rosterFile'
import { makeWorkbook } from './makeWorkbook'

const headings = ['姓名', '身份证号码', '人员类别']
const someone = ['王样例', '620799196104120123', '孤儿']
const both = [headings, someone]
const joined = (rows: readonly (readonly string[])[], separator: string, end = '\r\n') =>
  rows.map((cells) => cells.join(separator)).join(end)
const mark = '\uFEFF'

const rowXml = (number: string, cells: readonly string[], attributes = '') =>
  `<row r="${number}"${attributes}>${cells.map((cell, i) => `<c r="${'ABC'[i]}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
const sheetXml = (rows: string, after = '') =>
  makeWorkbook([], {
    entries: [
      {
        name: 'xl/worksheets/sheet1.xml',
        data: `<x:worksheet xmlns:xm="a" xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>${rows}</x:sheetData>${after}</x:worksheet>`,
      },
    ],
  })
const twoRows = rowXml('1', headings) + rowXml('2', someone)

async function read(bytes: Buffer) {
  const rows: RosterRow[] = []
  const outcome = await readRoster(bytes, (row) => rows.push(row))
  return { outcome, cells: rows.map(({ cells }) => cells) }
}

test.each<[string, Buffer]>([
  ['Unicode 文本, as Excel calls it: UTF-16 with tabs', Buffer.from(mark + joined(both, '\t'), 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(mark + joined(both, ','), 'utf16le').swap16()],
  ['tabs', Buffer.from(joined(both, '\t'))],
  ['semicolons', Buffer.from(joined(both, ';'))],
  ['line ends of an old Mac', Buffer.from(joined(both, ',', '\r'))],
  [
    'a tab before each number, so that no spreadsheet computes it',
    Buffer.from(joined([headings, [someone[0]!, `\t${someone[1]!}`, someone[2]!]], ',')),
  ],
  [
    'numbers that a bank’s program wraps, so that no spreadsheet takes them for one',
    Buffer.from(joined([headings, [someone[0]!, `"=""${someone[1]!}"""`, `="${someone[2]!}"`]], ',')),
  ],
  [
    'a list to choose from that lies on another sheet',
    sheetXml(
      twoRows,
      '<extLst><xm:f>Sheet2!$A$1:$A$5</xm:f></extLst><dataValidations><formula1>A</formula1></dataValidations>',
    ),
  ],
  [
    'a program that names its relationships otherwise',
    makeWorkbook(both, {
      entries: [
        {
          name: 'xl/workbook.xml',
          data: '<workbook xmlns:d3="a"><sheets><sheet d3:id="rId1"/></sheets></workbook>',
        },
      ],
    }),
  ],
])('%s is read', async (_, file) => {
  expect(await read(file)).toEqual({ outcome: { kind: 'read', rows: 2 }, cells: both })
})

test.each<[string, Buffer, { refusal: string; spot?: object }]>([
  [
    'a web page called .xls',
    Buffer.from('<html><table><tr><td>姓名</td></tr></table>'),
    { refusal: 'notAWorkbook' },
  ],
  ['XML of 2003', Buffer.from(`${mark}<?xml version="1.0"?><Workbook/>`), { refusal: 'notAWorkbook' }],
  ['a letter', Buffer.from('{\\rtf1 姓名,号码'), { refusal: 'notAWorkbook' }],
  ['UTF-16 without its mark', Buffer.from(joined(both, ','), 'utf16le'), { refusal: 'notAWorkbook' }],
  ['UTF-16 that breaks off', Buffer.from(`${mark}姓名`, 'utf16le').subarray(0, 5), { refusal: 'encoding' }],
  [
    'UTF-8 with a damaged character, mark or not',
    Buffer.concat([Buffer.from(joined(both, ',')), Buffer.from([0xe6, 0xa0]), Buffer.from('\n,李样例')]),
    { refusal: 'encoding' },
  ],
  [
    'a text that is not in the common list',
    makeWorkbook([headings, [{ xml: '<c r="@" t="s"><v>99</v></c>' }]]),
    { refusal: 'broken' },
  ],
  [
    'a cell that could not be computed',
    makeWorkbook([headings, [someone[0]!, { xml: '<c r="@" t="e"><v>#N/A</v></c>' }]]),
    { refusal: 'formula', spot: { row: 2, column: 2 } },
  ],
  [
    'the same in a CSV',
    Buffer.from('姓名,住址\n甲,#REF!'),
    { refusal: 'formula', spot: { row: 2, column: 2 } },
  ],
  [
    'a formula that only looks like wrapped text',
    Buffer.from('姓名,住址\n甲,="a"&"b"'),
    { refusal: 'formula', spot: { row: 2, column: 2 } },
  ],
  [
    'a quotation mark that nothing closes',
    Buffer.from('姓名,住址\n甲,"乙\n丙,丁'),
    { refusal: 'broken', spot: { row: 2, column: 2 } },
  ],
  [
    'rows without numbers of their own',
    sheetXml(rowXml('1', headings) + rowXml('x', someone)),
    { refusal: 'broken' },
  ],
  ['a row that comes twice', sheetXml(twoRows + rowXml('2', someone)), { refusal: 'broken' }],
  ['rows that go backwards', sheetXml(rowXml('5', headings) + rowXml('3', someone)), { refusal: 'broken' }],
  [
    'a cell that comes twice',
    sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
    { refusal: 'broken', spot: { row: 1, column: 1 } },
  ],
  [
    'rows that a filter hides',
    sheetXml(twoRows + rowXml('3', someone, ' hidden="1"')),
    { refusal: 'hiddenRows', spot: { row: 3, column: 1 } },
  ],
  [
    'a line of commas',
    Buffer.from(','.repeat(3_000_000)),
    { refusal: 'tooManyColumns', spot: { row: 1, column: 16_385 } },
  ],
])('%s is refused by its name', async (_, file, refused) => {
  expect((await read(file)).outcome).toEqual({ kind: 'refused', ...refused })
})

test('a hidden row that holds nothing does not matter', async () => {
  expect((await read(sheetXml(twoRows + '<row r="3" hidden="1"/>'))).cells).toEqual(both)
})

async function columnsOf(kind: ImportKind, rows: readonly (readonly string[])[]) {
  const packer = new RowPacker(kind, '2024-11-20')
  await readRoster(makeWorkbook(rows), (row) => packer.take(row))
  const packed = packer.end()
  return packed && { rows: packed.rows, headings: packed.headings, mapping: mappingBy(kind, packed.headings) }
}

test('marks that copying brings along, and nobody sees, are gone from what is packed', () => {
  const packer = new RowPacker('civilAffairs', '2024-11-20')
  const marked = [`\u200B${someone[0] ?? ''}`, `\u202D${someone[1] ?? ''}\u202C`, `${someone[2] ?? ''}\uFEFF`]
  for (const [i, cells] of [headings, marked].entries()) packer.take({ number: i + 1, cells })
  expect(packer.end()?.chunks.map((chunk) => JSON.parse(chunk) as unknown)).toEqual([
    [{ number: 2, cells: someone }],
  ])
})

test('全角 digits and letters are the digits and letters', () => {
  const packer = new RowPacker('civilAffairs', '2024-11-20')
  const wide = ['王样例', '６２０７９９１９６１０４１２０１２ｘ', '２０２４－１１／２０ ４００．５']
  for (const [i, cells] of [headings, wide].entries()) packer.take({ number: i + 1, cells })
  expect(packer.end()?.chunks.map((chunk) => JSON.parse(chunk) as unknown)).toEqual([
    [{ number: 2, cells: ['王样例', '62079919610412012x', '2024-11/20 400.5'] }],
  ])
})

const total = (...cells: string[]) => totalsOf({ number: 9, cells })

test('a total row is nobody wherever its word stands; what a part comes to is no total of the file', () => {
  expect(total('', '', '', '合计', '1,200')).toEqual([{ column: 5, hundredths: 120000 }])
  expect(total('全县合计：', '', '4800.50元')).toEqual([{ column: 3, hundredths: 480050 }])
  expect(total('共2人')).toEqual([{ column: 1, hundredths: 200 }])
  expect(total('小计', '', '3')).toEqual([])
  expect(total('1', '本页合计', '3')).toEqual([])
  expect(total('1', '乡镇', '村', '合计', '3')).toBeUndefined()
  expect(total('共明', '3')).toBeUndefined()
})

test('a comma that sets off no thousands makes a figure none', () => {
  const none = undefined
  const written = ['1,200', '1,200,300.5', '4,00', '12,34', '1,2000', '￥1,200元']
  expect(written.map(fenOf)).toEqual([120000, 120030050, none, none, none, 120000])
  expect(['1,200人', '4,00'].map(headsOf)).toEqual([1200, none])
})

const titled = [['2024年11月名单'], ['单位：样例镇', '', '2024年']]

test.each<[string, readonly (readonly string[])[], object | undefined]>([
  [
    'below a title and a line about who sends it',
    [...titled, ...both],
    { mapping: { name: 1, idNumber: 2, identity: 3 } },
  ],
  [
    'with stars, and that they have to be filled in',
    [...titled, ['*姓名', '身份证号码（必填）', '人员类别 *'], someone],
    { mapping: { name: 1, idNumber: 2, identity: 3 } },
  ],
  ['that stand again on every page', [...both, headings, someone], { rows: 2 }],
  [
    'of words nobody knows, below a title with a day',
    [['截至20241130'], ...titled, ['谁', '号', '类'], someone],
    { rows: 1, headings: ['谁', '号', '类'] },
  ],
  [
    'of two people: whose name is meant is not guessed',
    [
      ['户主', '', '成员'],
      ['姓名', '身份证号码', '姓名', '身份证号码', '人员类别'],
      [...someone.slice(0, 2), ...someone],
    ],
    { mapping: { identity: 5 } },
  ],
  ['that are not there', [someone, someone], undefined],
  ['that are not there, below a title', [['2024年11月名单'], someone], undefined],
])('headings %s', async (_, rows, expected) => {
  const columns = await columnsOf('civilAffairs', rows)
  if (expected) expect(columns).toMatchObject(expected)
  else expect(columns).toBeUndefined()
})
