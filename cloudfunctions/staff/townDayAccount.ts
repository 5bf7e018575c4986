/** 一天的账: one town's day whole. The sums by channel and by clerk are added up from the payments, not taken from the day. */
import { TownDayAccount } from '../../shared/contracts/townDay'
import type { CivilDay } from '../../shared/rules/civilDay'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { tillOf } from '../_counter/actOnTownDay'
import { isHeldByTown } from '../_counter/counterChannels'
import type { CounterPayment, CounterPaymentFields } from '../_counter/counterPaymentRecord'
import { shownCounterPayment } from '../_counter/shownCounterPayment'
import { emptyTownDay, shownTownDay } from '../_counter/shownTownDay'
import { townDayOf, type Till, type TownDayFields } from '../_counter/townDayRecord'
import { townDayReaders } from '../_counter/townDayReaders'
import type { StaffPorts } from '../_ports/ports'
import { pagesOf } from '../_ports/pages'
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
  const payments = await standingPayments(ports, till, date)
  for (let from = 0; from < payments.length; from += seenAtOnce) {
    const seen = payments.slice(from, from + seenAtOnce).map(({ fields }) => fields.residentId)
    await notePeopleSeen(ports, 'counterPayments', seen)
  }
  const clerks = groups(payments, ({ enteredBy }) => enteredBy)
  return done({
    town: till.town,
    line: day ? await shownTownDay(store, day.fields) : emptyTownDay(date),
    byChannel: groups(payments, ({ channel }) => channel).map(({ key, ...share }) => ({
      channel: key,
      held: isHeldByTown(key),
      ...share,
    })),
    byClerk: await Promise.all(
      clerks.map(async ({ key, ...share }) => ({ clerk: await colleagueName(store, key), ...share })),
    ),
    deposits: (day?.fields.deposits ?? []).map(({ voucher, fen, at }) => ({ voucher, fen, at })),
    payments: await Promise.all(payments.map((one) => shownCounterPayment(ports, one))),
    may: mayDo(ports, day?.fields),
  })
})

async function standingPayments(
  { store }: StaffPorts,
  { town }: Till,
  date: CivilDay,
): Promise<CounterPayment[]> {
  const found: CounterPayment[] = []
  const query = { where: { town, bookedOn: date }, sort: { field: 'enteredAt', order: 'ascending' } } as const
  for await (const page of pagesOf<CounterPaymentFields>(store, 'counterPayments', { ...query, limit: 200 }))
    found.push(...page.filter(({ fields }) => fields.state === 'entered'))
  return found
}

/** In the order in which each comes first. */
function groups(payments: readonly CounterPayment[], keyOf: (fields: CounterPaymentFields) => string) {
  const found = new Map<string, { payments: number; fen: number }>()
  for (const { fields } of payments) {
    const before = found.get(keyOf(fields)) ?? { payments: 0, fen: 0 }
    found.set(keyOf(fields), { payments: before.payments + 1, fen: before.fen + fields.fen })
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
