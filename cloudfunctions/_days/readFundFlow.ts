/** Reads 资金账单, every movement of the merchant's account on one day. */
import { countIn, fenIn, instantIn, wordIn } from './billCells'
import { BillError, orBroken, readBillTable, type BillLine, type BrokenBill } from './billTable'

export interface FundMovement {
  /** Instant, UTC, at which the account changed. */
  at: string
  direction: 'in' | 'out'
  fen: number
  /** 业务类型 in WeChat's own words: 交易, 扣除交易手续费, 退款, 退款关闭, … */
  business: string
  /** 微信支付业务单号: WeChat's number of the payment or the refund. */
  wechatNumber: string
  /** 资金流水单号. */
  flowNumber: string
  /** 业务凭证号: usually our own number; empty where there is none. */
  voucher: string
}

export interface FundTotals {
  rows: number
  inFen: number
  outFen: number
}

export type ReadFundFlow = { kind: 'fundFlow'; rows: FundMovement[]; totals: FundTotals } | BrokenBill

/** All of a bill or nothing of it, as `readBill`. */
export const readFundFlow = (text: string): ReadFundFlow => orBroken(() => wholeFundFlow(text))

function wholeFundFlow(text: string) {
  const first = { rows: '记账时间', totals: '资金流水总笔数' }
  const { rows: lines, totals } = readBillTable(text, first)
  const rows = Array.from(lines, movementOf)
  const coming = sumOf(rows, 'in')
  const going = sumOf(rows, 'out')
  const agrees =
    countIn(totals, '资金流水总笔数') === rows.length &&
    countIn(totals, '收入笔数') === coming.count &&
    fenIn(totals, '收入金额') === coming.fen &&
    countIn(totals, '支出笔数') === going.count &&
    fenIn(totals, '支出金额') === going.fen
  if (!agrees) throw new BillError('disagrees', totals.row)
  const read = { rows: rows.length, inFen: coming.fen, outFen: going.fen }
  return { kind: 'fundFlow' as const, rows, totals: read }
}

/** @throws BillError */
function movementOf(line: BillLine): FundMovement {
  const direction = directions.get(line.cell('收支类型'))
  if (!direction) throw new BillError('word', line.row)
  return {
    at: instantIn(line, '记账时间'),
    direction,
    fen: fenIn(line, '收支金额(元)'),
    business: wordIn(line, '业务类型'),
    wechatNumber: wordIn(line, '微信支付业务单号'),
    flowNumber: wordIn(line, '资金流水单号'),
    voucher: line.cell('业务凭证号'),
  }
}

const directions = new Map<string, FundMovement['direction']>([
  ['收入', 'in'],
  ['支出', 'out'],
])

function sumOf(rows: FundMovement[], direction: FundMovement['direction']) {
  const those = rows.filter((row) => row.direction === direction)
  return { count: those.length, fen: those.reduce((sum, { fen }) => sum + fen, 0) }
}
