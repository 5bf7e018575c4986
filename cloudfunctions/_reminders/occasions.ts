/**
 * What somebody can be reminded of now. Offered to the phone and looked at again by the job, so that nobody is told of a day
 * that has moved or a fee that is paid.
 */
import type { ReminderKind } from '../../shared/contracts/reminder'
import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import { valuesOf } from '../_orders/valuesOf'
import { orderOf } from '../_orders/orderRecord'
import { civilDayOf } from '../_ports/clock'
import type { PolicyInForce } from '../_ports/policies'
import type { CallerPorts } from '../_ports/ports'
import type { ReminderSettings } from '../_ports/reminders'
import { lineRefundOf } from '../_refunds/lineRefundOf'
import { refundTransitions } from '../_refunds/refundStates'
import { assessResident } from '../_residents/assessResident'
import { yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { callerIndex, type FamilyMember } from '../_residents/family'
import { isTerminal } from '../_states/transitions'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'

export interface Occasion {
  kind: ReminderKind
  /** The coverage year, or a refund's number. */
  occasion: string
  /** The day it warns of; null where it waits for something to happen. */
  lastDay: CivilDay | null
  /** From which day it is sent; null while nothing has happened yet. */
  sendFrom: CivilDay | null
  /** What has happened; null where it warns of a day. */
  happened: { on: CivilDay; fen: number; well: boolean } | null
}

export async function occasionsOf(
  ports: CallerPorts,
  settings: ReminderSettings,
  member: FamilyMember,
  policy: PolicyInForce,
): Promise<Occasion[]> {
  const { resident, knowsWhy } = member
  const { assessment, enrollment } = await assessResident(ports, resident, policy, { otherCover: 'none' })
  const occasion = String(policy.coverageYear)
  const refund = await refundEnds(ports, member, policy.coverageYear)
  if (enrollment) {
    const subsidy = knowsWhy && owesToCard(assessment) && (await subsidyArrives(ports, resident.id, occasion))
    return [refund, subsidy].filter((one) => one !== undefined && one !== false)
  }
  const last = lastDayOf(assessment, knowsWhy)
  if (!last || last.lastDay < ports.clock.today()) return refund ? [refund] : []
  const sendFrom = addDays(last.lastDay, -settings.daysBefore[last.kind])
  return [...(refund ? [refund] : []), { ...last, occasion, sendFrom, happened: null }]
}

/** A newborn's own last day goes before everybody's; it says when a child was born, so only who may know is told. */
function lastDayOf(
  { decision, due, phaseTo, newbornDeadline }: Assessment,
  knowsWhy: boolean,
): { kind: 'newborn' | 'deadline'; lastDay: CivilDay } | undefined {
  const born = knowsWhy && newbornDeadline ? earliest(newbornDeadline) : undefined
  if (born !== undefined) return { kind: 'newborn', lastDay: born }
  const owes = decision === 'mayEnroll' && due.kind === 'stated' && due.value > 0
  const last = owes && newbornDeadline === undefined ? earliest(phaseTo) : undefined
  return last === undefined ? undefined : { kind: 'deadline', lastDay: last }
}

const earliest = (answer: Answer<CivilDay>): CivilDay | undefined => [...valuesOf(answer)].sort()[0]

/** The end of a refund of what the caller paid: back, or not agreed to. */
async function refundEnds(
  ports: CallerPorts,
  { resident }: FamilyMember,
  coverageYear: number,
): Promise<Occasion | undefined> {
  const { store } = ports
  const enrollment = await store.get<EnrollmentFields>('enrollments', yearId(resident.id, coverageYear))
  const number = enrollment?.fields.orderNumber ?? null
  const order = number === null ? undefined : await orderOf(ports, number)
  if (order?.fields.callerIndex !== callerIndex(ports)) return undefined
  const line = order.fields.lines.findIndex(({ residentId }) => residentId === resident.id)
  const refund = await lineRefundOf(store, order, line)
  if (!refund) return undefined
  const { state, changedAt, fen } = refund.fields
  const on = civilDayOf(changedAt)
  const happened = isTerminal(refundTransitions, state) ? { on, fen, well: state !== 'rejected' } : null
  return { kind: 'refund', occasion: refund.id, lastDay: null, sendFrom: happened && on, happened }
}

/** 先缴后补: something is to come back to the benefit card. */
const owesToCard = ({ reimbursed }: Assessment): boolean =>
  reimbursed.kind === 'stated' && reimbursed.value > 0

async function subsidyArrives(
  { store }: CallerPorts,
  residentId: string,
  occasion: string,
): Promise<Occasion> {
  const payment = await subsidyPaymentOf(store, residentId, Number(occasion))
  const happened = payment ? { on: payment.fields.paidOn, fen: payment.fields.fen, well: true } : null
  return { kind: 'subsidy', occasion, lastDay: null, sendFrom: happened?.on ?? null, happened }
}
