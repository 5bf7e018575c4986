import fc from 'fast-check'
import { readBill, type BillRow } from '../../../cloudfunctions/_days/readBill'
import { anyHand, anyRows, payment, refund } from './anyBill'
import { writeBill, type BillType, type Hand } from './writeBill'

const plain: Hand = {
  byteOrderMark: true,
  newline: '\r\n',
  lastNewline: true,
  quoted: 'no',
  title: '城乡居民医保 参保年度2024',
}
const total = (rows: BillRow[], kind: BillRow['kind']) =>
  rows.filter((row) => row.kind === kind).reduce((sum, { fen }) => sum + fen, 0)
const read = (rows: BillRow[]) => ({
  kind: 'bill',
  rows,
  totals: { rows: rows.length, paidFen: total(rows, 'payment'), refundedFen: total(rows, 'refund') },
})

/** Lengths in bytes, short of the whole, at which a connection could end and the bill would still be believed. */
function believedCuts(text: string): number[] {
  const bytes = Buffer.from(text)
  return Array.from(bytes.keys()).filter(
    (length) => readBill(bytes.subarray(0, length).toString('utf8')).kind !== 'broken',
  )
}

describe('any bill', () => {
  const rowsOf: Record<BillType, fc.Arbitrary<BillRow[]>> = {
    ALL: anyRows,
    SUCCESS: fc.array(payment, { maxLength: 12 }),
    REFUND: fc.array(refund, { maxLength: 12 }),
  }
  it.each(['ALL', 'SUCCESS', 'REFUND'] as const)('written as %s in any hand is read as it was', (type) => {
    fc.assert(
      fc.property(rowsOf[type], anyHand, (rows, hand) => {
        expect(readBill(writeBill(type, rows, hand))).toEqual(read(rows))
      }),
    )
  })

  it.each(['ALL', 'SUCCESS', 'REFUND'] as const)(
    'of kind %s that ends at any byte too early is broken',
    (type) => {
      fc.assert(
        fc.property(rowsOf[type], anyHand, (rows, hand) => {
          const text = writeBill(type, rows.slice(0, 3), { ...hand, lastNewline: false })
          expect(believedCuts(text)).toEqual([])
        }),
        { numRuns: 20 },
      )
    },
  )

  it('with any one row gone, twice or of another sum is broken', () => {
    const some = fc.array(fc.oneof(payment, refund), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(some, fc.nat(), (rows, seed) => {
        const lines = writeBill('ALL', rows, plain).split('\r\n')
        const at = 1 + (seed % rows.length)
        const row = lines[at] ?? ''
        const dearer = row.replace(/`(\d+\.\d)(\d)(?=,)/, (_, yuan: string, last: string) => {
          return `\`${yuan}${(Number(last) + 1) % 10}`
        })
        for (const changed of [[], [row, row], [dearer]])
          expect(
            readBill([...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join('\r\n')),
          ).toMatchObject({
            kind: 'broken',
            why: 'disagrees',
          })
      }),
    )
  })
})

const one: BillRow = {
  kind: 'payment',
  at: '2024-02-28T15:59:59.000Z',
  orderNumber: 'order-0001',
  transactionId: '4200000000000000000000000001',
  fen: 38000,
  merchantId: '1900000000',
  appId: 'wx0000000000000000',
}
const back: BillRow = {
  ...one,
  kind: 'refund',
  fen: 1,
  refundNumber: 'order-0001-1-1',
  wechatRefundId: '50300000000000000000000000001',
  refundStatus: 'PROCESSING',
}
const written = writeBill('ALL', [one, back], plain)
const changed = (from: string, to: string) => readBill(written.replace(from, to))

describe('a bill', () => {
  it('of a day without anything has totals and no rows', () => {
    expect(readBill(writeBill('ALL', [], plain))).toEqual(read([]))
  })

  it('counts a second before midnight in Beijing to that day', () => {
    expect(written).toContain('`2024-02-28 23:59:59,')
    expect(readBill(written)).toEqual(read([one, back]))
  })

  it.each([
    ['a state nobody told us of', '`SUCCESS', '`REVOKED', 'word', 2],
    ['dollars', '`CNY', '`USD', 'word', 2],
    ['no order number', '`order-0001,', '`,', 'word', 2],
    ['a refund without a number', '`order-0001-1-1', '`0', 'word', 3],
    ['three decimals', '`380.00', '`380.000', 'sum', 2],
    ['a sum below nothing', '`380.00', '`-380.00', 'sum', 2],
    ['a sum in words', '`380.00', '`1e3', 'sum', 2],
    ['a day that is none', '2024-02-28 23', '2024-02-30 23', 'time', 2],
    ['an hour that is none', '28 23:59:59', '28 24:00:00', 'time', 2],
    ['a cell too many', '`wx0', '`wx,`0', 'cells', 2],
    ['a cell without its backtick', '\r\n`2024', '\r\n"2024', 'header', 2],
    ['a column under another name', '商户订单号', '商户单号', 'header', 2],
    ['a column twice', '设备号', '商户号', 'header', 1],
    ['another count', '`2,`380.00', '`3,`380.00', 'disagrees', 5],
    ['another total', '`2,`380.00', '`2,`380.01', 'disagrees', 5],
  ])('with %s is broken, and says where', (_, from, to, why, row) => {
    expect(changed(from, to)).toEqual({ kind: 'broken', why, row })
  })

  it('with anything after its totals is broken', () => {
    expect(readBill(`${written}${written}`)).toEqual({ kind: 'broken', why: 'totals', row: 6 })
  })

  it.each([
    '',
    '\uFEFF',
    '\n',
    'null',
    '{"code":"SYSTEM_ERROR"}',
    '<html></html>',
    '__proto__\n`1\n__proto__\n`1',
  ])('that is no bill at all is broken: %j', (text) => {
    expect(readBill(text).kind).toBe('broken')
  })
})
