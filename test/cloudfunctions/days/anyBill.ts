import fc from 'fast-check'
import type { BillRow } from '../../../cloudfunctions/_days/readBill'
import type { Hand } from './writeBill'

const number = (prefix: string) => fc.stringMatching(/^[0-9A-Za-z_*|-]{6,26}$/).map((rest) => prefix + rest)
const second = fc
  .integer({ min: Date.parse('2019-12-31T15:59:00Z'), max: Date.parse('2032-03-01T00:00:00Z') })
  .map((at) => `${new Date(at).toISOString().slice(0, 19)}.000Z`)
const fen = fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9_999_999_999 }))

const billed = {
  at: second,
  orderNumber: number('o'),
  transactionId: number('4'),
  fen,
  merchantId: fc.constantFrom('1900000000', '1900000001'),
  appId: fc.constant('wx0000000000000000'),
}
export const payment = fc.record({ kind: fc.constant('payment' as const), ...billed })
export const refund = fc.record({
  kind: fc.constant('refund' as const),
  ...billed,
  refundNumber: number('r'),
  wechatRefundId: number('5'),
  refundStatus: fc.constantFrom('SUCCESS', 'PROCESSING', 'FAIL'),
})

export const anyRows: fc.Arbitrary<BillRow[]> = fc.array(fc.oneof(payment, refund), { maxLength: 12 })

/** Titles with everything a title may hold: WeChat writes neither line ends nor our separator into a cell. */
const title = fc
  .oneof(
    fc.constantFrom(
      '城乡居民医保',
      '{"a":1,"b":"c"}',
      'a,b',
      '"',
      '""',
      ',"',
      '"a',
      'a"b,',
      ',',
      '`',
      '一\u2028二',
    ),
    fc.string({ unit: fc.constantFrom('"', ',', '`', 'a', '医', '😀', ' ', '{', '0.01'), maxLength: 8 }),
  )
  .filter((text) => !/,["`]*`/.test(`${text},`))

export const anyHand: fc.Arbitrary<Hand> = fc.record({
  byteOrderMark: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
  lastNewline: fc.boolean(),
  quoted: fc.constantFrom('no', 'outside', 'inside'),
  title,
})
