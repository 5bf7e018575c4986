/** 日终: begins and cuts days, takes WeChat's bills, compares, mends, and sends; one county's trouble is not another's. */
import { advanceDay } from '../_days/advanceDay'
import { beginDays } from '../_days/beginDays'
import { billOf as storedBill, nowhere, type Bill, type BillFields } from '../_days/billRecord'
import { alarmFor } from '../_days/dayAlarms'
import type { Day, DayFields } from '../_days/dayRecord'
import { loadBill } from '../_days/loadBill'
import { noteEntries } from '../_days/noteEntries'
import { reconcileDay } from '../_days/reconcileDay'
import { errorLine } from '../_ports/errorLine'
import { pagesOf } from '../_ports/pages'
import type { JobPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import { addDays, type CivilDay } from '../../shared/rules/civilDay'

/** How many days were looked at, and how many of them have all they need now. */
export async function balanceDays(ports: JobPorts): Promise<{ looked: number; settled: number }> {
  const counts = { looked: 0, settled: 0 }
  const until = Date.parse(ports.clock.now()) + ports.schedule.balanceSeconds * 1000
  const goOn = (): boolean => Date.parse(ports.clock.now()) < until
  await beginDays(ports)
  await noteEntries(ports)
  const bills = new Map<CivilDay, Promise<Bill | undefined>>()
  const billOf = (date: CivilDay): Promise<Bill | undefined> => {
    const bill = bills.get(date) ?? billIfDue(ports, date, goOn)
    bills.set(date, bill)
    return bill
  }
  for (const day of await unsettledDays(ports)) {
    if (!goOn()) break
    counts.looked += 1
    if (await isBalanced(ports, day, billOf)) counts.settled += 1
  }
  await lookForStrays(ports)
  return counts
}

/** By date, so that days which passed while nobody was here are caught up in order. */
async function unsettledDays({ store }: JobPorts): Promise<Day[]> {
  const days: Day[] = []
  for await (const page of pagesOf<DayFields>(store, 'days', {
    where: { settled: false },
    sort: { field: 'date', order: 'ascending' },
    limit: 100,
  }))
    days.push(...page)
  return days
}

/** A day that fails raises an alarm and does not stop the others. */
async function isBalanced(
  ports: JobPorts,
  day: Day,
  billOf: (date: CivilDay) => Promise<Bill | undefined>,
): Promise<boolean> {
  try {
    const isOver = day.fields.date < ports.clock.today()
    const advanced = await advanceDay(ports, day, isOver ? await billOf(day.fields.date) : undefined)
    await alarmFor(ports, advanced)
    return advanced.fields.settled
  } catch (thrown) {
    const { region, date } = day.fields
    ports.log.alarm({ event: 'dayFailed', region, date, ...errorLine(thrown) })
    return false
  }
}

/** WeChat writes the bill of a day in the morning after it, and keeps it for so many days: afterwards there is only one that is here. */
async function billIfDue(ports: JobPorts, date: CivilDay, goOn: () => boolean): Promise<Bill | undefined> {
  const { billFrom, billKeptDays } = ports.schedule
  if (ports.clock.now() < instantAt(addDays(date, 1), billFrom)) return undefined
  if (date >= addDays(ports.clock.today(), -billKeptDays)) return loadBill(ports, date, goOn)
  const kept = await storedBill(ports.store, ports.settings.merchantId, date)
  return kept?.fields.state === 'loaded' ? kept : undefined
}

/** Rows of orders nobody here made belong to no county's day: they are looked at until ledger and bill agree on them. */
async function lookForStrays(ports: JobPorts): Promise<void> {
  const { store, clock, schedule } = ports
  for await (const page of pagesOf<BillFields>(store, 'bills', {
    where: { strays: true },
    sort: { field: 'date', order: 'ascending' },
    limit: 100,
  }))
    for (const bill of page) {
      const { state, date, changedAt } = bill.fields
      const waited = Date.parse(clock.now()) - Date.parse(changedAt)
      if (state !== 'loaded' || (bill.fields.looked && waited < schedule.lookAgainMinutes * 60_000)) continue
      const { open } = await reconcileDay(ports, nowhere, date, bill)
      await store.replace('bills', bill.id, bill.revision, {
        ...bill.fields,
        looked: true,
        strays: open.length > 0,
        changedAt: clock.now(),
      })
    }
}
