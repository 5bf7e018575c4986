/** 取对账单: takes WeChat's bill of one civil day over, whole or not at all, a document a row. */
import type { CivilDay } from '../../shared/rules/civilDay'
import { orderOf } from '../_orders/orderRecord'
import type { JobPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Fields, Store } from '../_ports/store'
import { billId, billOf, nowhere, type Bill, type BillFields, type BillRowFields } from './billRecord'
import { beginDay } from './dayRecord'
import { noteBrokenBill, noteSoundBill } from './brokenBill'
import { readBill, type BillRow, type BillTotals } from './readBill'

const rowsPerStep = 200

interface SoundBill {
  sha1: string
  rows: BillRow[]
  totals: BillTotals
}

/**
 * The loaded bill, or undefined while it is not here: not written yet, damaged, broken, or with more rows than this round
 * has time for (`goOn`). Whatever came is asked for again; rows that are stored already stay.
 */
export async function loadBill(
  ports: JobPorts,
  date: CivilDay,
  goOn: () => boolean,
): Promise<Bill | undefined> {
  const { merchantId } = ports.settings
  const standing = await billOf(ports.store, merchantId, date)
  if (standing?.fields.state === 'loaded') return standing
  const answer = await ports.payments.bill(date)
  switch (answer.kind) {
    case 'notYet':
      return undefined
    case 'damaged':
      ports.log.info({ event: 'billNotTaken', date, why: 'damaged' })
      return undefined
    case 'empty':
      await noteSoundBill(ports, date)
      return keep(ports, standing, { ...beginning(ports, date), state: 'loaded' })
    case 'bill': {
      const read = readBill(answer.text)
      if (read.kind === 'bill') {
        await noteSoundBill(ports, date)
        return store(ports, standing, date, { sha1: answer.sha1, ...read }, goOn)
      }
      ports.log.info({ event: 'billNotTaken', date, why: read.why, row: read.row })
      await noteBrokenBill(ports, date, read.why)
      return undefined
    }
  }
}

const beginning = ({ settings, clock }: JobPorts, date: CivilDay): BillFields => ({
  state: 'loading',
  merchantId: settings.merchantId,
  date,
  sha1: null,
  rows: 0,
  stored: 0,
  paidFen: 0,
  refundedFen: 0,
  strays: true,
  looked: false,
  changedAt: clock.now(),
})

/** Stores the rows step by step. The bill counts only once all of them are there. */
async function store(
  ports: JobPorts,
  standing: Bill | undefined,
  date: CivilDay,
  { sha1, rows, totals }: SoundBill,
  goOn: () => boolean,
): Promise<Bill | undefined> {
  const begun = standing?.fields.sha1 === sha1 ? standing.fields : beginning(ports, date)
  let bill = await keep(ports, standing, { ...begun, sha1, ...totals })
  while (bill && bill.fields.stored < rows.length) {
    if (!goOn()) return undefined
    const { stored } = bill.fields
    await storeRows(ports, bill, sha1, rows.slice(stored, stored + rowsPerStep))
    bill = await keep(ports, bill, {
      ...bill.fields,
      stored: Math.min(stored + rowsPerStep, rows.length),
    })
  }
  if (!bill) return undefined
  ports.log.info({ event: 'billLoaded', date, ...totals })
  return keep(ports, bill, { ...bill.fields, state: 'loaded' })
}

async function storeRows(
  ports: JobPorts,
  { id, fields: { stored, date } }: Bill,
  sha1: string,
  rows: readonly BillRow[],
): Promise<void> {
  const places = new Set<string>()
  const numbered = rows.map((row, index) => ({ row, at: stored + index }))
  await severalAtOnce(numbered, ports.schedule.atOnce, async ({ row, at }) => {
    const place = await placeOf(ports, row)
    places.add(place)
    await put(ports.store, `${id}-${at}`, fieldsOf(row, id, sha1, at, place))
  })
  await beginDaysOf(ports, places, date)
}

/** A county may have nothing in its ledger that day, and something in the bill. */
async function beginDaysOf({ store, clock }: JobPorts, places: Set<string>, date: CivilDay): Promise<void> {
  for (const place of places) if (place !== nowhere) await beginDay(store, place, date, clock.now())
}

async function placeOf(ports: JobPorts, { orderNumber }: BillRow): Promise<string> {
  return (await orderOf(ports, orderNumber))?.fields.region ?? nowhere
}

const fieldsOf = (row: BillRow, bill: string, sha1: string, at: number, place: string): BillRowFields => ({
  bill,
  sha1,
  place,
  row: at,
  kind: row.kind,
  at: row.at,
  orderNumber: row.orderNumber,
  transactionId: row.transactionId,
  fen: row.fen,
  merchantId: row.merchantId,
  refundNumber: row.kind === 'refund' ? row.refundNumber : null,
  refundStatus: row.kind === 'refund' ? row.refundStatus : null,
})

/** A row that an earlier round stored is written again: WeChat may have written the file anew in between. */
async function put(store: Store, id: string, fields: Fields): Promise<void> {
  if ((await store.insert('billRows', id, fields)) === 'inserted') return
  const standing = await store.get('billRows', id)
  if (standing && standing.fields.sha1 !== fields.sha1)
    await store.replace('billRows', id, standing.revision, fields)
}

/** Undefined where another round is loading the same bill: that one goes on. */
async function keep(
  { store, clock, settings }: JobPorts,
  standing: Bill | undefined,
  known: BillFields,
): Promise<Bill | undefined> {
  const id = billId(settings.merchantId, known.date)
  const fields: BillFields = { ...known, changedAt: clock.now() }
  const outcome = standing
    ? await store.replace('bills', id, standing.revision, fields)
    : await store.insert('bills', id, fields)
  if (outcome === 'stale' || outcome === 'exists') return undefined
  return { id, revision: (standing?.revision ?? 0) + 1, fields }
}
