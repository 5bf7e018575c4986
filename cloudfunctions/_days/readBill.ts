/** Reads 交易账单, WeChat's account of one day: payments by the day they succeeded, refunds by the day they were accepted. */
import { countIn, fenIn, instantIn, wordIn } from './billCells'
import { BillError, readBillTable, type BillFlaw, type BillLine, type BillTable } from './billTable'

interface BilledRow {
  /** Instant, UTC: of the payment, or of the acceptance of the refund. */
  at: string
  orderNumber: string
  transactionId: string
  /** What was paid, or what goes back. */
  fen: number
  merchantId: string
  appId: string
}

/** One row: a payment that succeeded that day, or a refund that was accepted that day. */
export type BillRow =
  | (BilledRow & { kind: 'payment' })
  | (BilledRow & {
      kind: 'refund'
      refundNumber: string
      wechatRefundId: string
      /** As on the day of the bill, in WeChat's own word; it is never brought up to date. */
      refundStatus: string
    })

/** How many rows, and what they come to, fen. */
export interface BillTotals {
  rows: number
  paidFen: number
  refundedFen: number
}

/** All of it, or why nothing of it is believed. */
export type ReadBill =
  | { kind: 'bill'; rows: BillRow[]; totals: BillTotals }
  /** `row`: the line of the file, from 1. */
  | { kind: 'broken'; why: BillFlaw; row: number }

/** Columns of the totals, and the column of the rows each of them sums up. 手续费 is no business of ours. */
const sums = {
  应结订单总金额: '应结订单金额',
  退款总金额: '退款金额',
  充值券退款总金额: '充值券退款金额',
  订单总金额: '订单金额',
  申请退款总金额: '申请退款金额',
} as const

/**
 * All of a bill or nothing of it: every row is understood and the bill's own totals agree with them, so that one cut
 * short or tampered with is `broken`. Takes the columns of ALL, SUCCESS and REFUND by their names.
 */
export function readBill(text: string): ReadBill {
  try {
    return wholeBill(text)
  } catch (thrown) {
    if (thrown instanceof BillError) return { kind: 'broken', why: thrown.why, row: thrown.row }
    throw thrown
  }
}

/** @throws BillError */
function wholeBill(text: string) {
  const table = readBillTable(text)
  const acceptedAt = acceptance(table)
  const summed = Object.values(sums).filter((column) => table.columns.has(column))
  const found = new Map<string, number>()
  const rows: BillRow[] = []
  for (const line of table.rows) {
    rows.push(rowOf(line, acceptedAt))
    for (const column of summed) found.set(column, (found.get(column) ?? 0) + fenIn(line, column))
  }
  checkTotals(table, rows.length, found)
  const sumOf = (kind: BillRow['kind']) =>
    rows.reduce((sum, row) => (row.kind === kind ? sum + row.fen : sum), 0)
  const totals = { rows: rows.length, paidFen: sumOf('payment'), refundedFen: sumOf('refund') }
  return { kind: 'bill' as const, rows, totals }
}

/** @throws BillError */
function rowOf(line: BillLine, acceptedAt: string): BillRow {
  if (line.cell('货币种类') !== 'CNY') throw new BillError('word', line.row)
  const common = {
    orderNumber: wordIn(line, '商户订单号'),
    transactionId: wordIn(line, '微信订单号'),
    merchantId: wordIn(line, '商户号'),
    appId: wordIn(line, '公众账号ID'),
  }
  switch (line.cell('交易状态')) {
    case 'SUCCESS':
      return { kind: 'payment', at: instantIn(line, '交易时间'), fen: positive(line, '订单金额'), ...common }
    case 'REFUND':
      return {
        kind: 'refund',
        at: instantIn(line, acceptedAt),
        fen: positive(line, '申请退款金额'),
        ...common,
        refundNumber: wordIn(line, '商户退款单号'),
        wechatRefundId: wordIn(line, '微信退款单号'),
        refundStatus: wordIn(line, '退款状态'),
      }
    default:
      throw new BillError('word', line.row)
  }
}

function positive(line: BillLine, column: string): number {
  const fen = fenIn(line, column)
  if (fen === 0) throw new BillError('sum', line.row)
  return fen
}

/** Only the columns of REFUND keep the time of acceptance apart. */
const acceptance = ({ columns }: BillTable): string =>
  columns.has('退款申请时间') ? '退款申请时间' : '交易时间'

/** @throws BillError where a total is not what was found; a column that is not there sums to nothing. */
function checkTotals(table: BillTable, rows: number, found: ReadonlyMap<string, number>): void {
  const { columns, totalColumns, totals } = table
  const agrees =
    countIn(totals, '总交易单数') === rows &&
    Object.entries(sums).every(
      ([total, column]) =>
        (!columns.has(column) && !totalColumns.has(total)) ||
        fenIn(totals, total) === (found.get(column) ?? 0),
    )
  if (!agrees) throw new BillError('disagrees', totals.row)
}
