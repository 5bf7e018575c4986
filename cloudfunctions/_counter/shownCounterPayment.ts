import type { CounterPaymentShown } from '../../shared/contracts/counter'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { StaffPorts } from '../_ports/ports'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { colleagueName } from '../_staff/colleagueName'
import type { CounterPayment, CounterPaymentFields } from './counterPaymentRecord'
import { townDayOf } from './townDayRecord'

/** As a page of the desk shows one. Whoever has moved to another town is theirs by now: no name of them is shown. */
export async function shownCounterPayment(
  ports: StaffPorts,
  { id, fields }: CounterPayment,
): Promise<CounterPaymentShown> {
  const { state, residentId, coverageYear, receipt, fen, paidOn, channel } = fields
  const { leftToBureau, bookedOn, enteredBy, enteredAt } = fields
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  const person = stored && openResident(ports.cipher, stored)
  return {
    paymentId: id,
    state,
    residentId,
    name: person?.name ?? null,
    maskedId: person ? maskIdNumber(person.idNumber) : null,
    coverageYear,
    receipt,
    fen,
    paidOn,
    channel,
    leftToBureau,
    bookedOn,
    enteredBy: await colleagueName(ports.store, enteredBy),
    enteredAt,
    mayWithdraw: (await whyNotWithdrawn(ports, fields)) === undefined,
  }
}

/** Who may take an entry back, and until when; the day's closing is looked at again when it happens. */
export async function whyNotWithdrawn(
  { store, cipher, staff, clock }: StaffPorts,
  { state, town, region, enteredBy, enteredOn, bookedOn }: CounterPaymentFields,
): Promise<'notNow' | 'notYours' | 'dayOver' | 'dayClosed' | undefined> {
  if (state !== 'entered') return 'notNow'
  if (staff.role !== 'bureau' && enteredBy !== staff.staffId) return 'notYours'
  if (enteredOn !== clock.today()) return 'dayOver'
  if (town === null || bookedOn === null) return undefined
  const day = await townDayOf(store, cipher, { region, town }, bookedOn)
  return day?.fields.state === 'open' ? undefined : 'dayClosed'
}
