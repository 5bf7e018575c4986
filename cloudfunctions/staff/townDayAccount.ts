/** 一天的账: one town's day whole. The sums by channel and by clerk are added up from the payments, not taken from the day. */
import { TownDayAccount } from '../../shared/contracts/townDay'
import type { CivilDay } from '../../shared/rules/civilDay'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { tillOf } from '../_counter/actOnTownDay'
import { isHeldByTown } from '../_counter/counterChannels'
import type { CounterPaymentFields } from '../_counter/counterPaymentRecord'
import type { ReversalFields } from '../_counter/reversalRecord'
import { shownReversal } from '../_counter/shownReversal'
import { shownCounterPayment } from '../_counter/shownCounterPayment'
import { emptyTownDay, shownTownDay } from '../_counter/shownTownDay'
import { townDayOf, type Till, type TownDayFields } from '../_counter/townDayRecord'
import { townDayReaders } from '../_counter/townDayReaders'
import type { StaffPorts } from '../_ports/ports'
import { pagesOf } from '../_ports/pages'
import type { Fields, Stored } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import { colleagueName } from '../_staff/colleagueName'
import { staffUseCase } from '../_staff/staffUseCase'

/** So many people to one event of the audit log. */
const seenAtOnce = 100

export const townDayAccount = staffUseCase(TownDayAccount, townDayReaders, async ({ town, date }, ports) => {
  const { store, cipher } = ports
  const till = tillOf(ports, town)
  if (!till) return refuse('notFound')
  const day = await townDayOf(store, cipher, till, date)
  const [booked, since, reversals] = await Promise.all([
    everyOne<CounterPaymentFields>(ports, 'counterPayments', till, { bookedOn: date }, 'enteredAt'),
    everyOne<ReversalFields>(ports, 'counterReversals', till, { bookedOn: date }, 'askedAt'),
    everyOne<ReversalFields>(ports, 'counterReversals', till, { reversedOn: date }, 'askedAt'),
  ])
  const payments = booked.filter(({ fields }) => fields.state === 'entered' || fields.state === 'refunded')
  const reversedSince = since.filter(({ fields }) => fields.state === 'confirmed')
  const people = [...payments, ...reversedSince, ...reversals].map(({ fields }) => fields.residentId)
  for (let from = 0; from < people.length; from += seenAtOnce)
    await notePeopleSeen(ports, 'counterPayments', people.slice(from, from + seenAtOnce))
  const entries = [...payments, ...reversedSince].map(({ fields }) => fields)
  const clerks = groups(entries, ({ enteredBy }) => enteredBy)
  return done({
    town: till.town,
    line: day ? await shownTownDay(store, day.fields) : emptyTownDay(date),
    byChannel: groups(entries, ({ channel }) => channel).map(({ key, ...share }) => ({
      channel: key,
      held: isHeldByTown(key),
      ...share,
    })),
    byClerk: await Promise.all(
      clerks.map(async ({ key, ...share }) => ({ clerk: await colleagueName(store, key), ...share })),
    ),
    deposits: (day?.fields.deposits ?? []).map(({ voucher, fen, at }) => ({ voucher, fen, at })),
    payments: await Promise.all(payments.map((one) => shownCounterPayment(ports, one))),
    reversedSince: await Promise.all(reversedSince.map((one) => shownReversal(ports, one))),
    reversals: await Promise.all(reversals.map((one) => shownReversal(ports, one))),
    may: mayDo(ports, day?.fields),
  })
})

async function everyOne<F extends Fields>(
  { store }: StaffPorts,
  collection: string,
  { town }: Till,
  of: Readonly<Record<string, CivilDay>>,
  sortedBy: string,
): Promise<Stored<F>[]> {
  const found: Stored<F>[] = []
  const query = { where: { town, ...of }, sort: { field: sortedBy, order: 'ascending' } } as const
  for await (const page of pagesOf<F>(store, collection, { ...query, limit: 200 })) found.push(...page)
  return found
}

type Entry = Pick<CounterPaymentFields, 'channel' | 'enteredBy' | 'fen'>

/** In the order in which each comes first. */
function groups(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const found = new Map<string, { payments: number; fen: number }>()
  for (const entry of entries) {
    const before = found.get(keyOf(entry)) ?? { payments: 0, fen: 0 }
    found.set(keyOf(entry), { payments: before.payments + 1, fen: before.fen + entry.fen })
  }
  return [...found].map(([key, share]) => ({ key, ...share }))
}

function mayDo({ staff, clock }: StaffPorts, day: TownDayFields | undefined) {
  const isOpen = day?.state === 'open' && staff.role === 'clerk'
  const isSecond = staff.role === 'clerk' || staff.role === 'bureau'
  return {
    deposit: isOpen,
    close: isOpen && day.date <= clock.today(),
    confirm: isSecond && day?.state === 'closed' && day.closedBy !== staff.staffId,
  }
}
