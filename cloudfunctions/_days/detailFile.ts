/** The collection detail as a file: CSV by RFC 4180, UTF-8 with a byte order mark, so that a spreadsheet opens it in Chinese. */
import { yuanText } from '../../shared/rules/money'
import { csvLineAsIs, harmless } from '../_exports/csvLine'
import { shanghaiTime } from '../_ports/clock'
import type { CollectionDetail, DetailRow } from './collectionDetail'
import words from './detailWords.json'

/** What a version of the file says besides the payments. */
export interface FileFacts {
  placeName: string
  version: number
  reconciled: boolean
  /** By when it is due, and whose time that is. */
  due: { time: string; clause: string | null }
}

/** The same detail and the same facts are the same bytes. */
export function detailFile(detail: CollectionDetail, facts: FileFacts): string {
  const { time, clause } = facts.due
  const head = [
    [words.title, facts.placeName, detail.region],
    [words.date, detail.date],
    [words.version, String(facts.version)],
    [words.reconciled.says, facts.reconciled ? words.reconciled.yes : words.reconciled.no],
    [
      words.due.says,
      `${words.due.nextDay} ${time}`,
      clause === null ? words.due.usual : `${words.due.by} ${clause}`,
    ],
  ]
  const payments = `${detail.rows.length} ${words.payments}`
  const total = [words.total, payments, '', '', yuanText(detail.fen), '', '', '']
  const lines = [...head, words.columns, ...detail.rows.map(cellsOf), total]
  return `\uFEFF${lines.map(csvLineAsIs).join('')}`
}

const cellsOf = (row: DetailRow): string[] => [
  harmless(row.name),
  harmless(row.maskedId),
  harmless(row.town),
  String(row.coverageYear),
  yuanText(row.fen),
  shanghaiTime(row.at),
  harmless(row.orderNumber),
  harmless(row.transactionId),
]
