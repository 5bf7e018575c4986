/** What the files of a crashed service hold, beside what the simulated WeChat took. */
import { join } from 'node:path'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'
import type { Fields, Store } from '../../cloudfunctions/_ports/store'
import { verifyLedger } from '../../cloudfunctions/_ledger/verify/verifyLedger'
import type { SimulatedOrder } from '../../cloudfunctions/_local/wechatpay/simulatedOrder'

export interface Books {
  /** Payments WeChat took, and what they come to in fen. */
  taken: number
  takenFen: number
  /** Payments in our books, and the ledger's `wechat` account in fen. */
  recorded: number
  ledgerFen: number
  /** People enrolled by an order. */
  enrolled: number
  /** Orders still open. */
  open: number
  /** What the proof of the ledger finds wrong. */
  violations: number
}

type Entry = { kind: string; recordedAt: string; postings: { account: string; fen: number }[] }

export async function readBooks(folder: string): Promise<Books> {
  const store = openSqliteStore(join(folder, 'mingbai.db'))
  try {
    const taken = (await all<{ order: SimulatedOrder }>(store, 'simulatedOrders', 'number'))
      .map(({ order }) => order)
      .filter(({ payment }) => payment)
    const entries = await all<Entry>(store, 'ledger', 'recordedAt')
    const orders = await all<{ state: string }>(store, 'orders', 'createdAt')
    const payments = await all<{ merchantId: string }>(store, 'payments', 'paidAt')
    const proof = await verifyLedger(store, {
      merchantId: payments[0]?.merchantId ?? '',
      now: entries.at(-1)?.recordedAt ?? '',
    })
    const enrollments = await all<{ orderNumber: string | null }>(store, 'enrollments', 'residentId')
    return {
      taken: taken.length,
      takenFen: taken.reduce((sum, { fen }) => sum + fen, 0),
      recorded: payments.length,
      ledgerFen: entries
        .flatMap(({ postings }) => postings)
        .filter(({ account }) => account === 'wechat')
        .reduce((sum, { fen }) => sum + fen, 0),
      enrolled: enrollments.filter(({ orderNumber }) => orderNumber !== null).length,
      violations: proof.violations.length,
      open: orders.filter(({ state }) => ['created', 'prepaid', 'closing'].includes(state)).length,
    }
  } finally {
    store.close()
  }
}

async function all<F>(store: Store, collection: string, field: string): Promise<F[]> {
  const fields: Fields[] = []
  let cursor: string | undefined
  do {
    const page = await store.find(collection, {
      where: {},
      sort: { field, order: 'ascending' },
      limit: 500,
      ...(cursor === undefined ? {} : { cursor }),
    })
    fields.push(...page.documents.map((document) => document.fields))
    cursor = page.cursor
  } while (cursor !== undefined)
  return fields as F[]
}
