import type { BillRow } from '../../../cloudfunctions/_days/readBill'

export type BillType = 'ALL' | 'SUCCESS' | 'REFUND'

/** How the same bill can be written down. */
export interface Hand {
  byteOrderMark: boolean
  newline: '\n' | '\r\n'
  lastNewline: boolean
  /** How a cell that holds anything but plain text is quoted; `no`: WeChat's own way, the backtick alone. */
  quoted: 'no' | 'outside' | 'inside'
  /** 商品名称 of every row. */
  title: string
}

const payer = '用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额'
const start = `交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,${payer}`
const back = '微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态'
const columns: Record<BillType, string> = {
  ALL: `${start},${back},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
  SUCCESS: `${start},商品名称,商户数据包,手续费,费率,订单金额,费率备注`,
  REFUND: `${start},退款申请时间,退款成功时间,${back},商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注`,
}
const allTotals =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
const totalColumns: Record<BillType, string> = {
  ALL: allTotals,
  SUCCESS: '总交易单数,应结订单总金额,手续费总金额,订单总金额',
  REFUND: allTotals,
}

/** Exactly two decimals, by text alone. */
const yuan = (fen: number): string => String(fen).padStart(3, '0').replace(/(..)$/, '.$1')

/** An instant as WeChat writes it: Beijing's time, without a zone. */
const beijing = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 19).replace('T', ' ')

export function writeBill(type: BillType, rows: BillRow[], hand: Hand): string {
  const totals = { 总交易单数: String(rows.length), 手续费总金额: '0.00000', ...sumsOf(rows) }
  return lines(
    hand,
    columns[type],
    rows.map((row) => rowCells(row, hand.title)),
    totalColumns[type],
    totals,
  )
}

const total = (rows: { fen: number }[]): number => rows.reduce((sum, { fen }) => sum + fen, 0)

function sumsOf(rows: BillRow[]): Record<string, string> {
  const paid = yuan(total(rows.filter(({ kind }) => kind === 'payment')))
  const returned = yuan(total(rows.filter(({ kind }) => kind === 'refund')))
  return {
    应结订单总金额: paid,
    退款总金额: returned,
    充值券退款总金额: '0.00',
    订单总金额: paid,
    申请退款总金额: returned,
  }
}

function rowCells(row: BillRow, title: string): Record<string, string> {
  const paid = row.kind === 'payment' ? yuan(row.fen) : '0.00'
  const returned = row.kind === 'refund' ? yuan(row.fen) : '0.00'
  return {
    交易时间: beijing(row.at),
    退款申请时间: beijing(row.at),
    退款成功时间: '',
    公众账号ID: row.appId,
    商户号: row.merchantId,
    特约商户号: '0',
    微信订单号: row.transactionId,
    商户订单号: row.orderNumber,
    用户标识: 'o-payer-1',
    交易类型: 'JSAPI',
    交易状态: row.kind === 'payment' ? 'SUCCESS' : 'REFUND',
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    应结订单金额: paid,
    代金券金额: '0.00',
    微信退款单号: row.kind === 'refund' ? row.wechatRefundId : '0',
    商户退款单号: row.kind === 'refund' ? row.refundNumber : '0',
    退款金额: returned,
    充值券退款金额: '0.00',
    退款类型: row.kind === 'refund' ? 'ORIGINAL' : '',
    退款状态: row.kind === 'refund' ? row.refundStatus : '',
    商品名称: title,
    手续费: '0.00000',
    费率: '0.00%',
    订单金额: paid,
    申请退款金额: returned,
  }
}

function lines(
  hand: Hand,
  header: string,
  rows: Record<string, string>[],
  totalHeader: string,
  totals: Record<string, string>,
): string {
  const write = (names: string, cells: Record<string, string>) =>
    names
      .split(',')
      .map((name) => cell(cells[name] ?? '', hand.quoted))
      .join(',')
  const all = [header, ...rows.map((row) => write(header, row)), totalHeader, write(totalHeader, totals)]
  const text = all.join(hand.newline) + (hand.lastNewline ? hand.newline : '')
  return hand.byteOrderMark ? `\uFEFF${text}` : text
}

function cell(text: string, quoted: Hand['quoted']): string {
  if (quoted === 'no' || !/[",]/.test(text)) return `\`${text}`
  const doubled = text.replaceAll('"', '""')
  return quoted === 'outside' ? `"\`${doubled}"` : `\`"${doubled}"`
}
