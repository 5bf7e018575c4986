/** The collection detail as a file: CSV by RFC 4180, UTF-8 with a byte order mark, so that a spreadsheet opens it in Chinese. */
import { csvLineAsIs, harmless } from '../_exports/csvLine'
import { shanghaiTime } from '../_ports/clock'
import type { CollectionDetail, DetailRow } from './collectionDetail'

export interface FileFacts {
  placeName: string
  version: number
  reconciled: boolean
  /** By when it is due, and whose time that is. */
  due: { time: string; clause: string | null }
}

const columns = ['姓名', '证件号码', '乡镇', '参保年度', '金额(元)', '时间', '缴费单号', '微信交易号']

/** The same detail and the same facts are the same bytes. */
export function detailFile(detail: CollectionDetail, facts: FileFacts): string {
  const { time, clause } = facts.due
  const head = [
    ['征缴明细', facts.placeName, detail.region],
    ['日期', detail.date],
    ['版本', String(facts.version)],
    ['对账状态', facts.reconciled ? '已对账' : '未对账'],
    ['应推送时刻', `次日 ${time}`, clause === null ? '通知未载明，为本服务平常的时刻' : `依据 ${clause}`],
  ]
  const total = ['合计', `${detail.rows.length} 笔`, '', '', yuan(detail.fen), '', '', '']
  const lines = [...head, columns, ...detail.rows.map(cellsOf), total]
  return `\uFEFF${lines.map(csvLineAsIs).join('')}`
}

const cellsOf = (row: DetailRow): string[] => [
  harmless(row.name),
  harmless(row.maskedId),
  harmless(row.town),
  String(row.coverageYear),
  yuan(row.fen),
  shanghaiTime(row.at),
  harmless(row.orderNumber),
  harmless(row.transactionId),
]

/** Fen as yuan with two decimals, by text alone. */
export function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
