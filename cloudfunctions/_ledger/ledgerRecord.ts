/** 账本: double entry, one document an entry, `ledger/<kind>-<what it records>`. Nothing here is ever changed. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents } from '../_ports/store'

/**
 * `wechat` what WeChat holds for us · `contributions` fees of people enrolled by them · `toReturn` must go back and has
 * not arrived · `suspense` not what was asked for, a person decides · `treasury` paid out by the finance office.
 */
export type Account = 'wechat' | 'contributions' | 'toReturn' | 'suspense' | 'treasury'

/** One line of an entry. A debit is positive. */
export type Posting = {
  account: Account
  fen: number
  /** Whose fee it is; null for what concerns a whole payment. */
  residentId: string | null
}

export type EntryFields = {
  /** `pay` WeChat took money · `owe` a refund was approved · `refund` it has arrived · `excess` WeChat paid back unasked. */
  kind: 'pay' | 'owe' | 'refund' | 'excess'
  /** Null where the payment or the refund names an order nobody knows. */
  region: string | null
  /** The civil day (Asia/Shanghai) on which it happened at WeChat, or was approved. */
  day: CivilDay
  /** Instant, UTC, of the same. */
  at: string
  /** Instant, UTC, at which it became known here: what turns up late for a day is found by it. */
  recordedAt: string
  orderNumber: string
  /** WeChat's transaction the money came by. */
  transactionId: string
  /** Null for a payment. */
  refundNumber: string | null
  postings: Posting[]
}

/** `pay-<transaction>`, `owe-<refund>`, `refund-<refund>`, `excess-<refund>`: the same fact always has the same id. */
export const entryId = ({
  kind,
  transactionId,
  refundNumber,
}: Pick<EntryFields, 'kind' | 'transactionId' | 'refundNumber'>): string =>
  `${kind}-${kind === 'pay' ? transactionId : refundNumber}`

export const sumOf = (postings: readonly Posting[]): number => postings.reduce((sum, { fen }) => sum + fen, 0)

/**
 * Writes an entry inside the transaction of the step it records; the same fact a second time changes nothing.
 * @throws Error for an entry that does not sum to zero: that is a bug, and the step must not land.
 */
export async function post(documents: Documents, entry: EntryFields): Promise<void> {
  if (sumOf(entry.postings) !== 0) throw new Error(`ledger entry ${entryId(entry)} does not balance`)
  await documents.insert('ledger', entryId(entry), entry)
}
