import type { TradeRow } from './billRows'

const tradeColumns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注'
const tradeTotals =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

/** 交易账单 of kind ALL, of a merchant who pays no fee. */
export function tradeBillText(rows: TradeRow[]): string {
  const paid = yuan(sum(rows.filter(({ refund }) => !refund)))
  const returned = yuan(sum(rows.filter(({ refund }) => refund)))
  const totals = [String(rows.length), paid, returned, '0.00', '0.00000', paid, returned]
  return billText(tradeColumns, rows.map(tradeCells), tradeTotals, totals)
}

function tradeCells({ at, order, fen, refund }: TradeRow): string[] {
  const paid = refund ? '0.00' : yuan(fen)
  const returned = refund ? yuan(fen) : '0.00'
  const head = [beijingText(at), order.appId, order.merchantId, '0', '', order.payment?.transactionId ?? '']
  const payer = [
    order.orderNumber,
    order.payerOpenId,
    'JSAPI',
    refund ? 'REFUND' : 'SUCCESS',
    'OTHERS',
    'CNY',
  ]
  const back = refund
    ? [refund.refundId, refund.refundNumber, returned, '0.00', 'ORIGINAL', billedState(refund.state)]
    : ['0', '0', '0.00', '0.00', '', '']
  return [...head, ...payer, paid, '0.00', ...back, order.title, '', '0.00000', '0.00%', paid, returned, '']
}

/** What stands in the bill of the day: only an arrived refund is a success there. */
const billedState = (state: string): string => (state === 'SUCCESS' ? 'SUCCESS' : 'PROCESSING')

/** As WeChat writes it: a byte order mark, a backtick before every cell but those of the headers, CRLF. */
function billText(columns: string, rows: string[][], totalColumns: string, totals: string[]): string {
  const marked = (cells: string[]) => cells.map((cell) => `\`${cell.replace(/[\r\n]/g, ' ')}`).join(',')
  const lines = [columns, ...rows.map(marked), totalColumns, marked(totals)]
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}

const sum = (rows: { fen: number }[]): number => rows.reduce((all, { fen }) => all + fen, 0)

const yuan = (fen: number): string => {
  const written = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${written.slice(0, -2)}.${written.slice(-2)}`
}

const beijingText = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3600 * 1000).toISOString().slice(0, 19).replace('T', ' ')
