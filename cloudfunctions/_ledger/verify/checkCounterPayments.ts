import type { CounterPaymentFields } from '../../_counter/counterPaymentRecord'
import { isHeldByTown } from '../../_counter/counterChannels'
import type { TownDayFields } from '../../_counter/townDayRecord'
import type { ClaimFields } from '../../_orders/orderRecord'
import type { Stored } from '../../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../../_residents/enrollmentRecord'
import { everyOne, violated, type Books } from './books'

interface DaySum {
  payments: number
  fen: number
  heldFen: number
}

/**
 * Counter payments stand beside the ledger: their money never was at WeChat. What must hold instead: each that stands enrolls one
 * person for its sum and is held by one claim, and the towns' days are the sums of theirs.
 */
export async function checkCounterPayments(books: Books): Promise<void> {
  const regions = new Map<string, string>()
  const sums = new Map<string, DaySum>()
  for await (const payment of everyOne<CounterPaymentFields>(books, 'counterPayments', 'enteredAt')) {
    if (payment.fields.state !== 'entered') continue
    regions.set(payment.id, payment.fields.region)
    addTo(sums, payment.fields)
    if (!(await enrolls(books, payment)))
      violated(books, 'counterPaymentNotEnrolled', `counterPayments/${payment.id}`)
  }
  await checkHeld(books, regions)
  for await (const day of everyOne<TownDayFields>(books, 'townDays', 'date'))
    if (!equals(sums.get(keyOf(day.fields)), day.fields))
      violated(books, 'townDayDiffers', `townDays/${day.id}`)
}

const keyOf = ({ region, town, date }: { region: string; town: string; date: string }): string =>
  [region, town, date].join('/')

function addTo(sums: Map<string, DaySum>, fields: CounterPaymentFields): void {
  const { region, town, bookedOn: date, fen, channel } = fields
  if (town === null || date === null) return
  const key = keyOf({ region, town, date })
  const before = sums.get(key) ?? { payments: 0, fen: 0, heldFen: 0 }
  const heldFen = before.heldFen + (isHeldByTown(channel) ? fen : 0)
  sums.set(key, { payments: before.payments + 1, fen: before.fen + fen, heldFen })
}

const equals = (sum: DaySum = { payments: 0, fen: 0, heldFen: 0 }, day: TownDayFields): boolean =>
  sum.payments === day.payments && sum.fen === day.fen && sum.heldFen === day.heldFen

async function enrolls(books: Books, { id, fields }: Stored<CounterPaymentFields>): Promise<boolean> {
  const enrollment = await books.store.get<EnrollmentFields>(
    'enrollments',
    yearId(fields.residentId, fields.coverageYear),
  )
  if (!enrollment || !stands(enrollment)) return false
  const { way, counterPayment, orderNumber, paidFen } = enrollment.fields
  return way === 'counter' && counterPayment === id && orderNumber === null && paidFen === fields.fen
}

async function checkHeld(books: Books, regions: ReadonlyMap<string, string>): Promise<void> {
  const free = new Set(regions.keys())
  for await (const { id, fields } of everyOne<ClaimFields>(books, 'claims', 'counterPayment')) {
    const payment = fields.counterPayment ?? ''
    // One that is held already is held twice.
    if (!free.delete(payment) || regions.get(payment) !== fields.enrolledIn)
      violated(books, 'claimOfNoCounterPayment', `claims/${id}`)
  }
  for (const payment of free) violated(books, 'counterPaymentNotHeld', `counterPayments/${payment}`)
}
