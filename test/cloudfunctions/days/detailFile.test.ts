import fc from 'fast-check'
import type { CollectionDetail, DetailRow } from '../../../cloudfunctions/_days/collectionDetail'
import { detailFile } from '../../../cloudfunctions/_days/detailFile'

/** RFC 4180, by the letter: what a careful reader makes of a file. */
function cellsOf(csv: string): string[][] {
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < csv.length; at++) {
    const character = csv.charAt(at)
    if (quoted && character === '"' && csv.charAt(at + 1) === '"') cell += csv.charAt(++at)
    else if (character === '"') quoted = !quoted
    else if (!quoted && character === ',') [cell] = ['', lines.at(-1)?.push(cell)]
    else if (!quoted && csv.startsWith('\r\n', at)) {
      lines.at(-1)?.push(cell)
      lines.push([])
      ;[cell] = ['', at++]
    } else cell += character
  }
  return lines.slice(0, -1)
}

const wild = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', '王', 'A', '1'),
})

const row: fc.Arbitrary<DetailRow> = fc.record({
  name: wild,
  maskedId: fc.constant('6299****13'),
  town: wild,
  coverageYear: fc.constantFrom(2031, 2030),
  fen: fc.integer({ min: -100_000, max: 100_000 }),
  at: fc
    .date({ min: new Date('2030-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  orderNumber: wild,
  transactionId: wild,
})

const detail: fc.Arbitrary<CollectionDetail> = fc.array(row, { maxLength: 20 }).map((rows) => ({
  region: 'rivertown',
  date: '2030-11-20',
  rows,
  fen: rows.reduce((sum, { fen }) => sum + fen, 0),
  counted: rows.length,
  readAt: '2030-11-21T02:00:00.000Z',
}))

const facts = {
  placeName: '河样县',
  version: 3,
  reconciled: true,
  due: { time: '16:00', clause: '六(二)' },
}

const headLines = 6

test('every file can be read back: a line a person, a total that is the sum, and nothing a spreadsheet would run', () => {
  fc.assert(
    fc.property(detail, (any) => {
      const text = detailFile(any, facts)
      expect(text.startsWith('\uFEFF征缴明细,')).toBe(true)
      const lines = cellsOf(text.slice(1))
      const rows = lines.slice(headLines, -1)
      expect(rows).toHaveLength(any.rows.length)
      for (const [index, cells] of rows.entries()) {
        const { name, town, fen, orderNumber } = any.rows[index] as DetailRow
        expect(cells).toHaveLength(8)
        expect([cells[0], cells[2], cells[6]].map((cell) => cell?.replace(/^'/, ''))).toEqual(
          [name, town, orderNumber].map((text) => text.replace(/^'/, '')),
        )
        for (const cell of [cells[0], cells[1], cells[2], cells[6], cells[7]])
          expect(cell).not.toMatch(/^[=+\-@\t\r]/)
        expect(Math.round(Number(cells[4]) * 100) + 0).toBe(fen + 0)
        expect(cells[4]).toMatch(/^-?\d+\.\d\d$/)
      }
      const total = lines.at(-1) ?? []
      expect(total.slice(0, 2)).toEqual(['合计', `${any.rows.length} 笔`])
      expect(Math.round(Number(total[4]) * 100) + 0).toBe(any.fen + 0)
    }),
  )
})

test('a person whose name is a formula is a text', () => {
  const rows = [
    {
      name: '=HYPERLINK("http://x","y")',
      maskedId: '6299****13',
      town: '@乡',
      coverageYear: 2031,
      fen: -13000,
      at: '2030-11-20T15:59:59.900Z',
      orderNumber: 'ORDER1',
      transactionId: '42',
    },
  ]
  const text = detailFile(
    { region: 'rivertown', date: '2030-11-20', rows, fen: -13000, counted: 1, readAt: '' },
    { ...facts, reconciled: false, due: { time: '16:00', clause: null } },
  )
  expect(text.split('\r\n').slice(3)).toEqual([
    '对账状态,未对账',
    '应推送时刻,次日 16:00,通知未载明，为本服务平常的时刻',
    '姓名,证件号码,乡镇,参保年度,金额(元),时间,缴费单号,微信交易号',
    `"'=HYPERLINK(""http://x"",""y"")",6299****13,'@乡,2031,-130.00,2030-11-20 23:59:59,ORDER1,42`,
    '合计,1 笔,,,-130.00,,,',
    '',
  ])
})
