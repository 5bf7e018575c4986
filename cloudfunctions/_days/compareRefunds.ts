import { refundOf, type Refund } from '../_refunds/refundRecord'
import type { RefundState } from '../_refunds/refundStates'
import type { EntryFields } from '../_ledger/ledgerRecord'
import type { Store } from '../_ports/store'
import type { BillRowFields } from './billRecord'
import type { Difference } from './differenceRecord'
import { movedOn } from './ledgerDay'

/** A refund that the ledger says has arrived by WeChat. */
export interface ArrivedRefund {
  refundNumber: string
  orderNumber: string
  fen: number
}

const handedOver: readonly RefundState[] = [
  'processing',
  'abnormal',
  'closed',
  'transferred',
  'succeeded',
  'confirmed',
]

/**
 * Refunds by their own numbers. The bill lists one on the day WeChat took it, the ledger on the day it arrived: so every row
 * must have its refund here, and every arrival its row in a bill of that day or an earlier one.
 */
export async function compareRefunds(
  store: Store,
  arrived: readonly ArrivedRefund[],
  rows: readonly BillRowFields[],
): Promise<Difference[]> {
  const differences: Difference[] = []
  for (const row of rows) {
    const number = row.refundNumber ?? ''
    const refund = await refundOf(store, number)
    if ((refund && agrees(refund, row)) || (await excessOf(store, number)) === row.fen) continue
    differences.push(about(number, row.orderNumber, refund?.fields.fen ?? null, row.fen))
  }
  for (const { refundNumber, orderNumber, fen } of arrived) {
    const row = await rowOf(store, refundNumber)
    if (row?.fen === fen) continue
    differences.push(about(refundNumber, orderNumber, fen, row?.fen ?? null))
  }
  return differences
}

/** WeChat has it, or had it and could not pay it: it stands in a bill. */
export const isAtWechat = ({ fields }: Refund): boolean => handedOver.includes(fields.state)

/** Arrived there means arrived here; what WeChat has taken is not still waiting here to be handed over. */
function agrees(refund: Refund, row: BillRowFields): boolean {
  const { fields } = refund
  if (fields.fen !== row.fen) return false
  return row.refundStatus === 'SUCCESS' ? fields.state === 'succeeded' : isAtWechat(refund)
}

/** What WeChat paid back without being asked, where that is in the ledger: a person decides, and the sums agree. */
async function excessOf(store: Store, refundNumber: string): Promise<number | undefined> {
  const entry = await store.get<EntryFields>('ledger', `excess-${refundNumber}`)
  return entry && -movedOn(entry.fields.postings, 'wechat')
}

async function rowOf(store: Store, refundNumber: string): Promise<BillRowFields | undefined> {
  const { documents } = await store.find<BillRowFields>('billRows', {
    where: { refundNumber },
    sort: { field: 'row', order: 'ascending' },
    limit: 1,
  })
  return documents[0]?.fields
}

const about = (
  refundNumber: string,
  orderNumber: string,
  hereFen: number | null,
  thereFen: number | null,
): Difference => ({ kind: 'refundDiffers', number: refundNumber, orderNumber, hereFen, thereFen })
