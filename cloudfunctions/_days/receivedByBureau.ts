import { entryId, type EntryFields } from '../_ledger/ledgerRecord'
import type { Order } from '../_orders/orderRecord'
import { civilDayOf } from '../_ports/clock'
import type { Documents } from '../_ports/store'
import { dayOf } from './dayRecord'
import { pushOf } from './pushRecord'

/** The department that residents' receipts speak of. */
const bureau = 'bureau'

/**
 * When the bureau received the version of the day that has this payment on it (instant, UTC); undefined: not yet. A version
 * has every payment that was recorded before the ledger was read for it.
 */
export async function receivedByBureau(
  documents: Pick<Documents, 'get'>,
  { fields: { region, paidAt, transactionId } }: Order,
): Promise<string | undefined> {
  if (paidAt === null || transactionId === null) return undefined
  const id = entryId({ kind: 'pay', transactionId, refundNumber: null })
  const entry = await documents.get<EntryFields>('ledger', id)
  const date = civilDayOf(paidAt)
  const day = await dayOf(documents, region, date)
  if (!entry || !day) return undefined
  for (let version = 1; version <= day.fields.version; version++) {
    const push = await pushOf(documents, region, date, version)
    const receipt = push?.fields.departments[bureau]
    if (push && push.fields.readAt > entry.fields.recordedAt && receipt?.state === 'received')
      return receipt.at ?? undefined
  }
  return undefined
}
