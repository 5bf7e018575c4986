/** Compares one place's day with WeChat's bill, mends what can be mended, and keeps what stands open for a person. */
import type { CivilDay } from '../../shared/rules/civilDay'
import { settleOrder } from '../_orders/settleOrder'
import type { JobPorts } from '../_ports/ports'
import { recordRefund } from '../_refunds/recordRefund'
import { nowhere, rowsOf, type Bill, type BillRowFields } from './billRecord'
import { comparePayments, type Moved } from './compareDay'
import { compareRefunds, type ArrivedRefund } from './compareRefunds'
import { keepDifferences, type Difference } from './differenceRecord'
import { entriesOf, movedOn } from './ledgerDay'
import { strayPayments } from './strayPayments'

/** What one look found. */
export interface Reconciled {
  /** Ledger entries of the day. */
  counted: number
  /** What stands open. */
  open: Difference[]
}

/** One look at a day. What WeChat can confirm is recorded at once, and then compared again. */
export async function reconcileDay(
  ports: JobPorts,
  place: string,
  date: CivilDay,
  bill: Bill,
): Promise<Reconciled> {
  const first = await compare(ports, place, date, bill)
  let recorded = false
  for (const difference of first.open) if (await isRecorded(ports, difference)) recorded = true
  const last = recorded ? await compare(ports, place, date, bill) : first
  const stillOpen = new Set(last.open.map(nameOf))
  const mended = first.open.filter((difference) => !stillOpen.has(nameOf(difference)))
  await keepDifferences(ports, place, date, { open: last.open, mended })
  return last
}

const nameOf = ({ kind, number }: Difference): string => `${kind}-${number}`

async function compare(ports: JobPorts, place: string, date: CivilDay, bill: Bill): Promise<Reconciled> {
  const ledger = await ledgerOf(ports, place, date)
  const rows: BillRowFields[] = []
  for await (const page of rowsOf(ports.store, bill, place)) rows.push(...page.map(({ fields }) => fields))
  const paid = rows.filter(({ kind }) => kind === 'payment')
  const returned = rows.filter(({ kind }) => kind === 'refund')
  const open = [
    ...comparePayments(ledger.payments, paid),
    ...(await compareRefunds(ports.store, ledger.refunds, returned)),
  ]
  return { counted: ledger.counted, open }
}

interface DayLedger {
  counted: number
  payments: Moved[]
  refunds: ArrivedRefund[]
}

/** What the ledger says WeChat took and gave back that day. */
async function ledgerOf(ports: JobPorts, place: string, date: CivilDay): Promise<DayLedger> {
  if (place === nowhere) {
    const payments = await strayPayments(ports, date)
    return { counted: payments.length, payments, refunds: [] }
  }
  const ledger: DayLedger = { counted: 0, payments: [], refunds: [] }
  for await (const page of entriesOf(ports.store, place, date))
    for (const { fields } of page) {
      ledger.counted += 1
      const { kind, transactionId, orderNumber, refundNumber, postings } = fields
      const fen = movedOn(postings, 'wechat')
      if (kind === 'pay') ledger.payments.push({ transactionId, orderNumber, fen })
      else if (refundNumber !== null && fen !== 0)
        ledger.refunds.push({ refundNumber, orderNumber, fen: -fen })
    }
  return ledger
}

/** What the bill knows otherwise is asked for by its own number, and recorded as if a callback had come. */
async function isRecorded(ports: JobPorts, { kind, number, orderNumber }: Difference): Promise<boolean> {
  if (kind === 'paymentUnknownHere' && orderNumber !== null) {
    const state = await ports.payments.query(orderNumber)
    if (state.kind !== 'paid' || state.payment.transactionId !== number) return false
    await settleOrder(ports, state.payment, null)
    return true
  }
  if (kind !== 'refundDiffers') return false
  const state = await ports.payments.queryRefund(number)
  if (state.kind !== 'known') return false
  await recordRefund(ports, state.refund, null)
  return true
}
