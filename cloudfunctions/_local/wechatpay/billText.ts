import type { FundRow, TradeRow } from './billRows'

const tradeColumns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,' +
  '应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,' +
  '手续费,费率,订单金额,申请退款金额,费率备注'
const tradeTotals =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'
const fundColumns =
  '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,' +
  '备注,业务凭证号'
const fundTotals = '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额'

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

/** 资金账单 of the basic account. */
export function fundFlowText(rows: FundRow[]): string {
  const coming = rows.filter(({ direction }) => direction === 'in')
  const going = rows.filter(({ direction }) => direction === 'out')
  const totals = [rows.length, coming.length, yuan(sum(coming)), going.length, yuan(sum(going))]
  return billText(fundColumns, rows.map(fundCells), fundTotals, totals.map(String))
}

function fundCells(row: FundRow): string[] {
  const { at, order, fen, refund, business, direction, balanceFen } = row
  const transactionId = order.payment?.transactionId ?? ''
  return [
    beijingText(at),
    refund?.refundId ?? transactionId,
    transactionId,
    refund ? '退款' : '交易',
    business,
    direction === 'in' ? '收入' : '支出',
    yuan(fen),
    yuan(balanceFen),
    refund ? `${order.merchantId}API` : 'system',
    refund ? `退款总金额${yuan(fen)}元;含手续费0.00元` : order.title,
    refund?.refundNumber ?? order.orderNumber,
  ]
}

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
