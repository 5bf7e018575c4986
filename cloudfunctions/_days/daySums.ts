import type { DaySums } from '../../shared/contracts/day'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Store } from '../_ports/store'
import { entriesOf, movedOn } from './ledgerDay'

/** What one county's day comes to in the ledger. */
export async function daySums(store: Store, region: string, date: CivilDay): Promise<DaySums> {
  const sums = { payments: 0, paidFen: 0, feesFen: 0, owedFen: 0, backFen: 0, suspenseFen: 0 }
  for await (const page of entriesOf(store, region, date))
    for (const { fields } of page) {
      const wechat = movedOn(fields.postings, 'wechat')
      if (fields.kind === 'pay') {
        sums.payments += 1
        sums.paidFen += wechat
        sums.feesFen -= movedOn(fields.postings, 'contributions')
      }
      if (fields.kind === 'owe') sums.owedFen += movedOn(fields.postings, 'contributions')
      if (fields.kind === 'refund') sums.backFen -= wechat + movedOn(fields.postings, 'treasury')
      sums.suspenseFen -= movedOn(fields.postings, 'suspense')
    }
  return sums
}
