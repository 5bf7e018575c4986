import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import { endOfDay } from '../_ports/clock'
import { pagesOf } from '../_ports/pages'
import type { JobPorts } from '../_ports/ports'
import type { Moved } from './compareDay'

type Quarantined = { transactionId: string; orderNumber: string; fen: number; merchantId: string }

/** Payments of a day for orders nobody here made: they are in the ledger (`suspense`), and in no county's day. */
export async function strayPayments({ store, settings }: JobPorts, date: CivilDay): Promise<Moved[]> {
  const found: Moved[] = []
  for await (const page of pagesOf<Quarantined>(store, 'quarantine', {
    where: {
      mismatch: 'unknownOrder',
      paidAt: { from: endOfDay(addDays(date, -1)), before: endOfDay(date) },
    },
    sort: { field: 'paidAt', order: 'ascending' },
    limit: 100,
  }))
    for (const { fields } of page) if (fields.merchantId === settings.merchantId) found.push(fields)
  return found
}
