/** 征缴明细: a county's day as the departments get it: every fee taken, every approved refund, a line a person. */
import type { CivilDay } from '../../shared/rules/civilDay'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { orderOf, type OrderFields } from '../_orders/orderRecord'
import type { JobPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import { standingResident } from '../_residents/residentRecord'
import { entriesOf, type Entry } from './ledgerDay'

/** One person's part of one payment, or of one approved refund. */
export interface DetailRow {
  name: string
  maskedId: string
  town: string
  coverageYear: number
  /** Positive: a fee taken; negative: a refund approved. */
  fen: number
  /** Instant, UTC. */
  at: string
  orderNumber: string
  transactionId: string
}

/** One day of one county, as the ledger has it at `readAt`. */
export interface CollectionDetail {
  region: string
  date: CivilDay
  /** In the order of time, then of the ledger's ids. */
  rows: DetailRow[]
  /** What the ledger says the rows come to. */
  fen: number
  /** All entries of the day, also those that are no fee. */
  counted: number
  /** Instant, UTC, just before the ledger was read. */
  readAt: string
}

/** The day's postings to `contributions`, with who and where from the orders they were made by. */
export async function collectionDetail(
  ports: JobPorts,
  region: string,
  date: CivilDay,
): Promise<CollectionDetail> {
  const detail: CollectionDetail = { region, date, rows: [], fen: 0, counted: 0, readAt: ports.clock.now() }
  for await (const page of entriesOf(ports.store, region, date)) {
    detail.counted += page.length
    const rows = new Map<string, DetailRow[]>()
    await severalAtOnce(page, ports.schedule.atOnce, async (entry) => {
      rows.set(entry.id, await rowsOf(ports, entry))
    })
    for (const { id } of page) detail.rows.push(...(rows.get(id) ?? []))
  }
  detail.fen = detail.rows.reduce((sum, { fen }) => sum + fen, 0)
  return detail
}

async function rowsOf(ports: JobPorts, { fields }: Entry): Promise<DetailRow[]> {
  const fees = fields.postings.filter(({ account }) => account === 'contributions')
  if (fees.length === 0) return []
  const order = await orderOf(ports, fields.orderNumber)
  if (!order) throw new Error(`the ledger names order ${fields.orderNumber}, which is not there`)
  const rows: DetailRow[] = []
  for (const { residentId, fen } of fees)
    rows.push({
      ...(await personOf(ports, order.fields, residentId ?? '')),
      coverageYear: order.fields.coverageYear,
      fen: fen === 0 ? 0 : -fen,
      at: fields.at,
      orderNumber: fields.orderNumber,
      transactionId: fields.transactionId,
    })
  return rows
}

async function personOf(ports: JobPorts, { lines }: OrderFields, residentId: string) {
  const { name, idNumber } = await standingResident(ports, residentId)
  const town = lines.find((line) => line.residentId === residentId)?.town ?? ''
  return { name, maskedId: maskIdNumber(idNumber), town }
}
