import { receiptNumber } from '../../../shared/contracts/counter'
import type { CounterPaymentSaid } from '../../../shared/contracts/counter'
import type { ImportField, ImportReason } from '../../../shared/contracts/imports'
import { kindOf } from '../importKinds'
import { readWho, type Reading } from '../people/readPerson'
import { dayOf, fenOf, plainText, type CellOf } from '../rowCells'
import type { WrongField } from '../rowWork'

/** Who paid, and what. Papers are looked at at a counter, never in a list. */
export interface PaymentRow {
  who: { name: string; idNumber: string }
  said: CounterPaymentSaid
}

/** Reads one row of a list of payments; the first thing that is wrong with it is its reason. */
export function readPayment(
  cell: CellOf,
  coverageYear: number,
  reading: Pick<Reading, 'today' | 'rounded'>,
): PaymentRow | { wrong: WrongField } {
  const wrong = (field: ImportField, reason: ImportReason) => ({ wrong: { field, reason } })
  const who = readWho(cell, reading)
  if ('wrong' in who) return who
  const fen = fenOf(cell('yuan'))
  if (fen === undefined || fen === 0) return wrong('yuan', 'sumForm')
  const paidOn = dayOf(cell('paidOn'))
  if (!paidOn) return wrong('paidOn', 'dateForm')
  const receipt = receiptNumber.safeParse(plainText(cell('receipt')))
  if (!receipt.success) return wrong('receipt', 'receiptForm')
  const channel = kindOf('counterPayments').channels?.[plainText(cell('channel'))]
  if (channel === undefined) return wrong('channel', 'channelUnknown')
  return { who, said: { coverageYear, receipt: receipt.data, fen, paidOn, channel, papersSeen: [] } }
}
