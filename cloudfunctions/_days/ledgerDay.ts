import type { CivilDay } from '../../shared/rules/civilDay'
import type { Account, EntryFields, Posting } from '../_ledger/ledgerRecord'
import { pagesOf } from '../_ports/pages'
import type { Store, Stored } from '../_ports/store'

export type Entry = Stored<EntryFields>

/** The ledger of one county and day, in the order of time. */
export async function* entriesOf(store: Store, region: string, day: CivilDay): AsyncGenerator<Entry[]> {
  yield* pagesOf<EntryFields>(store, 'ledger', {
    where: { region, day },
    sort: { field: 'at', order: 'ascending' },
    limit: 500,
  })
}

/** What an entry does to one account, fen; a debit is positive. */
export const movedOn = (postings: readonly Posting[], account: Account): number =>
  postings.reduce((sum, posting) => (posting.account === account ? sum + posting.fen : sum), 0)
