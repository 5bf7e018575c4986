import type { CounterPaymentShown } from '../../shared/contracts/counter'
import type { Role } from '../../shared/contracts/staff'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { colleagueName } from '../_staff/colleagueName'
import { isAtRest, type CounterPayment, type CounterPaymentFields } from './counterPaymentRecord'
import { personShown } from './personShown'
import { townDayOf } from './townDayRecord'

/** As a page of the desk shows one. */
export async function shownCounterPayment(
  ports: StaffPorts,
  { id, fields }: CounterPayment,
): Promise<CounterPaymentShown> {
  const { state, residentId, coverageYear, receipt, fen, paidOn, channel } = fields
  const { leftToBureau, bookedOn, enteredBy, enteredAt } = fields
  return {
    paymentId: id,
    state,
    ...(await personShown(ports, residentId)),
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
    mayReverse: (await whyNotReversed(ports, fields)) === undefined,
  }
}

/** Who may take an entry back, and until when; the day's closing is looked at again when it happens. */
export async function whyNotWithdrawn(
  ports: StaffPorts,
  fields: CounterPaymentFields,
): Promise<'notNow' | 'notYours' | 'dayOver' | 'dayClosed' | undefined> {
  const { staff, clock } = ports
  if (!isAtRest(fields)) return 'notNow'
  if (staff.role !== 'bureau' && fields.enteredBy !== staff.staffId) return 'notYours'
  if (fields.enteredOn !== clock.today()) return 'dayOver'
  return (await isDayOpen(ports, ports.store, fields)) ? undefined : 'dayClosed'
}

/** Whether a reversal may be asked for; what can still simply be taken back is. */
export async function whyNotReversed(
  ports: StaffPorts,
  fields: CounterPaymentFields,
  documents: Pick<Documents, 'get'> = ports.store,
): Promise<'notNow' | 'withdrawInstead' | undefined> {
  const { staff, clock } = ports
  if (!isAtRest(fields) || !reversers.includes(staff.role)) return 'notNow'
  const isFresh = fields.enteredOn === clock.today() && (await isDayOpen(ports, documents, fields))
  return isFresh ? 'withdrawInstead' : undefined
}

/** Who asks for a reversal and who confirms one. */
export const reversers: readonly Role[] = ['clerk', 'bureau']

async function isDayOpen(
  { cipher }: StaffPorts,
  documents: Pick<Documents, 'get'>,
  { town, region, bookedOn }: CounterPaymentFields,
): Promise<boolean> {
  if (town === null || bookedOn === null) return true
  const day = await townDayOf(documents, cipher, { region, town }, bookedOn)
  return day?.fields.state === 'open'
}
