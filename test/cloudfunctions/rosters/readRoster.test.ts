import fc from 'fast-check'
import { readRoster } from '../../../cloudfunctions/_rosters/readRoster'
import type { RosterRow } from '../../../cloudfunctions/_rosters/rosterFile'
import { rosterLimits, type RosterLimits } from '../../../cloudfunctions/_rosters/rosterLimits'
import { makeWorkbook, type Made, type MadeCell } from './makeWorkbook'
import { makeZip } from './makeZip'

async function read(bytes: Buffer, limits: Partial<RosterLimits> = {}) {
  const rows: RosterRow[] = []
  const outcome = await readRoster(bytes, (row) => rows.push(row), { ...rosterLimits, ...limits })
  return { outcome, rows, cells: rows.map(({ cells }) => cells) }
}

const book = (rows: readonly (readonly MadeCell[])[], made?: Made) => read(makeWorkbook(rows, made))
const refused = (refusal: string, spot?: object) => ({ kind: 'refused', refusal, ...(spot ? { spot } : {}) })

const people = [
  ['姓名', '身份证号码'],
  ['王样例', '620799196104120123'],
]

const texts = fc.array(
  fc.array(
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) =>
      text
        .replace(/[^\p{L}\p{N}<&">,\n]/gu, '')
        .trim()
        .replace(/^=/, ''),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 8 },
)
const width = (cells: readonly string[]) => cells.reduce((last, cell, i) => (cell === '' ? last : i + 1), 0)
const trimmed = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.slice(0, width(cells))).filter(({ length }) => length > 0)

test('any texts come out of a workbook and of a CSV as they went in, in rows with the numbers the sheet shows', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.boolean(), async (rows, shared) => {
      const expected = trimmed(rows)
      const numbers = rows.flatMap((cells, i) => (cells.some((cell) => cell !== '') ? [i + 1] : []))
      const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      for (const result of [await book(rows, { shared }), await read(Buffer.from(quoted.join('\r\n')))]) {
        expect(result.cells).toEqual(expected)
        expect(result.rows.map(({ number }) => number)).toEqual(numbers)
        expect(result.outcome).toEqual(
          expected.length > 0 ? { kind: 'read', rows: expected.length } : refused('empty'),
        )
      }
    }),
  )
})

test.each([
  ['UTF-8', Buffer.from('姓名,身份证号码\n王样例,620799196104120123')],
  ['UTF-8 with its mark', Buffer.from('\uFEFF姓名,身份证号码\r\n王样例,620799196104120123\r\n')],
  [
    'GB18030',
    Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac5c2eb0a', 'hex'),
      Buffer.from('cdf5d1f9c0fd', 'hex'),
      Buffer.from(',620799196104120123'),
    ]),
  ],
])('a CSV in %s is read', async (_, bytes) => {
  expect((await read(bytes)).cells).toEqual(people)
})

test('a rare character of four bytes in GB18030 is a name, and bytes of neither encoding are refused', async () => {
  expect((await read(Buffer.from([0x81, 0x39, 0xee, 0x39]))).cells).toEqual([['㐀']])
  expect((await read(Buffer.from([0x61, 0xff, 0xff]))).outcome).toEqual(refused('encoding'))
})

test('a number stays a number, so that an ID number that lost its digits is seen', async () => {
  const { cells } = await book([['甲', 620799196104120123]])
  expect(cells).toEqual([['甲', 620799196104120100]])
})

test.each([
  ['Excel’s own format', { day: 45245 }, false, '2023-11-15'],
  ['the file’s own format', { xml: '<c r="@" s="2"><v>45245.75</v></c>' }, false, '2023-11-15'],
  ['counted from 1904', { day: 43783 }, true, '2023-11-15'],
  ['before the day that never was', { day: 59 }, false, '1900-02-28'],
  ['the day that never was', { day: 60 }, false, 60],
  ['after it', { day: 61 }, false, '1900-03-01'],
  ['as a date of its own', { xml: '<c r="@" t="d"><v>2023-11-15T00:00:00</v></c>' }, false, '2023-11-15'],
  ['a sum of money', { xml: '<c r="@" s="3"><v>380</v></c>' }, false, 380],
] as const)('a day, %s', async (_, cell, from1904, expected) => {
  expect((await book([['甲', cell]], { from1904 })).cells).toEqual([['甲', expected]])
})

const entry = (name: string, data: string | Buffer = '<a/>') => ({ entries: [{ name, data }] })
const sheet = (inner: string) => entry('xl/worksheets/sheet1.xml', inner)
const bomb = `<worksheet>${' '.repeat(8_000_000)}</worksheet>`
const laughs =
  '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>'

test.each<[string, Buffer, object]>([
  ['nothing at all', Buffer.alloc(0), refused('empty')],
  ['an empty sheet', makeWorkbook([]), refused('empty')],
  ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), refused('notAWorkbook')],
  ['a zip of something else', makeZip([{ name: 'a.txt', data: 'a' }]), refused('notAWorkbook')],
  ['half a workbook', makeWorkbook(people).subarray(0, 900), refused('broken')],
  [
    'XML that breaks off',
    makeWorkbook(people, sheet('<worksheet><sheetData><row><c><v>1')),
    refused('broken'),
  ],
  [
    'text that is no UTF-8',
    makeWorkbook(people, sheet(Buffer.from([0x3c, 0x61, 0x3e, 0xff]) as never)),
    refused('broken'),
  ],
  ['an .xls of before 2007', Buffer.from('d0cf11e0a1b11ae100', 'hex'), refused('oldWorkbook')],
  [
    'an encrypted workbook',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    refused('encrypted'),
  ],
  [
    'an entry with a password',
    makeZip([{ name: 'xl/workbook.xml', data: '<a/>', claims: { flags: 0x801 } }]),
    refused('encrypted'),
  ],
  ['macros', makeWorkbook(people, entry('xl/vbaProject.bin')), refused('macros')],
  [
    'macros under another name',
    makeWorkbook(
      people,
      entry(
        '[Content_Types].xml',
        '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      ),
    ),
    refused('macros'),
  ],
  [
    'links to other files',
    makeWorkbook(people, entry('xl/externalLinks/externalLink1.xml')),
    refused('externalLinks'),
  ],
  ['a name that climbs out', makeWorkbook(people, entry('../../etc/passwd')), refused('unsafeNames')],
  ['a name from the root', makeWorkbook(people, entry('/etc/passwd')), refused('unsafeNames')],
  ['a name with backslashes', makeWorkbook(people, entry('xl\\..\\a')), refused('unsafeNames')],
  [
    'a computed cell',
    makeWorkbook([['甲'], ['乙', { xml: '<c r="@"><f>HYPERLINK("http://a")</f><v>1</v></c>' }]]),
    refused('formula', { row: 2, column: 2 }),
  ],
  [
    'a CSV that would compute',
    Buffer.from('甲\n乙,=HYPERLINK("a")'),
    refused('formula', { row: 2, column: 2 }),
  ],
  ['a CSV with an open quote', Buffer.from('甲\n"乙'), refused('broken', { row: 2, column: 1 })],
  ['two sheets that hold something', makeWorkbook(people, { more: [[['丙']]] }), refused('severalSheets')],
  ['entities', makeWorkbook(people, sheet(laughs)), refused('declarations')],
  ['a bomb', makeWorkbook(people, sheet(bomb)), refused('zipBomb')],
  [
    'a bomb that calls itself small',
    makeWorkbook(people, {
      entries: [{ name: 'xl/worksheets/sheet1.xml', data: bomb, claims: { inflated: 5000 } }],
    }),
    refused('zipBomb'),
  ],
  [
    'entries that share their bytes',
    makeWorkbook(people, {
      entries: [
        { name: 'a', data: Buffer.from(Array.from({ length: 9000 }, (_, i) => (i * i * 7) % 251)) },
      ].concat(
        Array.from({ length: 40 }, (_, i) => ({
          name: `b${i}`,
          data: Buffer.from(Array.from({ length: 9000 }, (_, j) => (j * j * 7) % 251)),
          overlaps: true,
        })),
      ),
    }),
    refused('zipBomb'),
  ],
  [
    'a thousand entries',
    makeZip(Array.from({ length: 1000 }, (_, i) => ({ name: `${i}`, data: '' }))),
    refused('zipBomb'),
  ],
  [
    'two entries of one name',
    makeZip([
      { name: 'a', data: '' },
      { name: 'a', data: 'b' },
    ]),
    refused('broken'),
  ],
  [
    'a cell out to the right',
    makeWorkbook([[{ xml: '<c r="XFD1"><v>1</v></c>' }]]),
    refused('tooManyColumns', { row: 1, column: 16384 }),
  ],
  [
    'a cell of a whole book',
    makeWorkbook([['甲'], ['乙'.repeat(501)]]),
    refused('longCell', { row: 2, column: 1 }),
  ],
  [
    'the same, shared',
    makeWorkbook([['乙'.repeat(9000)]], { shared: true }),
    refused('longCell', { row: 1, column: 1 }),
  ],
])('%s is refused by its name', async (_, bytes, expected) => {
  expect((await read(bytes)).outcome).toEqual(expected)
})

test('a sheet that is there and empty, and rows that are only coloured, do not matter', async () => {
  expect((await book(people, { more: [[]] })).outcome).toEqual({ kind: 'read', rows: 2 })
  const coloured =
    '<worksheet><sheetData><row r="4"><c r="A4" s="1"/></row><row r="9"><c r="B9"><v>1</v></c></row></sheetData></worksheet>'
  expect((await book(people, sheet(coloured))).rows).toEqual([{ number: 9, cells: ['', 1] }])
})

test('more rows, cells or bytes than the limits are refused, each by its name', async () => {
  const rows = Array.from({ length: 9 }, () => ['甲', '乙'])
  expect((await read(makeWorkbook(rows), { rows: 8 })).outcome).toEqual(refused('tooManyRows'))
  expect((await read(makeWorkbook(rows), { cells: 17 })).outcome).toEqual(refused('tooManyCells'))
  expect((await read(makeWorkbook(rows), { fileBytes: 99 })).outcome).toEqual(refused('tooLarge'))
  expect((await read(makeWorkbook(rows), { inflatedBytes: 99 })).outcome).toEqual(refused('tooLarge'))
  const bare = `<worksheet><sheetData>${'<row/>'.repeat(20)}<row><c><v>1</v></c></row></sheetData></worksheet>`
  expect((await read(makeWorkbook([], sheet(bare)), { rows: 8 })).outcome).toEqual(refused('tooManyRows'))
})

test('a damaged workbook is refused or read, and never anything else', async () => {
  const sound = makeWorkbook(people, { shared: true })
  await fc.assert(
    fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Buffer.from(sound)
      damaged[at] = byte
      expect(['read', 'refused']).toContain((await read(damaged)).outcome.kind)
    }),
  )
})
