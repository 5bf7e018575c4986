import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OrderFields } from '../../cloudfunctions/_orders/orderRecord'
import type { Fields } from '../../cloudfunctions/_ports/store'
import { freePort } from '../freePort'
import { startLocalService, type RunningLocalService } from '../../cloudfunctions/_local/startLocalService'
import { paymentKeys } from '../paymentKeys'

export const h5 = join(__dirname, '..', '..', 'dist', 'h5')

/** The local service as `npm start` runs it, with a folder of its own and no more people than the named ones. */
export interface Service {
  readonly origin: string
  /** What runs now; another one after `startAgain`. */
  readonly running: RunningLocalService
  /** Down, as in an outage; the data stands. */
  stop(): Promise<void>
  /** Up again on the same port and data, on the day given. */
  startAgain(today: string): Promise<void>
  /** Down, and the data thrown away. */
  end(): Promise<void>
  orders(): Promise<OrderFields[]>
  /** What was recorded as paid. */
  payments(): Promise<Fields[]>
  /** Enrollments that an order of ours made. */
  enrollments(): Promise<Fields[]>
  log(): string
}

const people = 9

/** Starts the service in this process, on a free port and on `today`. */
export async function startService(today: string): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai journeys '))
  const port = await freePort()
  const start = (day: string) =>
    startLocalService({ port, folder, residents: people, client: h5, today: day, paymentKeys: paymentKeys() })
  let running = await start(today)
  let up = true
  const stop = async () => {
    if (up) await running.stop()
    up = false
  }
  const all = async <F extends Fields>(collection: string, sortedBy: string): Promise<F[]> => {
    const sort = { field: sortedBy, order: 'ascending' } as const
    const { documents } = await running.ports.store.find<F>(collection, { where: {}, sort, limit: 100 })
    return documents.map(({ fields }) => fields)
  }
  return {
    origin: running.origin,
    get running() {
      return running
    },
    stop,
    async startAgain(day) {
      running = await start(day)
      up = true
    },
    async end() {
      await stop()
      rmSync(folder, { recursive: true, force: true })
    },
    orders: () => all<OrderFields>('orders', 'createdAt'),
    payments: () => all('payments', 'paidAt'),
    async enrollments() {
      const enrollments = await all('enrollments', 'residentId')
      return enrollments.filter(({ orderNumber }) => orderNumber !== null)
    },
    log: () => readFileSync(join(folder, 'service.log'), { encoding: 'utf8', flag: 'a+' }),
  }
}
