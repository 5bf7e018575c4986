import type { CounterRefusal } from '../../shared/contracts/counter'
import { claimWithoutYear, isHeldAsChild, noteClaimOfChild } from '../_orders/oneChild'
import { isHeld, type ClaimFields, type OrderFields } from '../_orders/orderRecord'
import { actorOf, type AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import { civilDayOf } from '../_ports/clock'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { partitionOf } from '../_residents/partition'
import { holdResident } from '../_residents/residentRecord'
import {
  counterPaymentIdOf,
  counterPaymentOf,
  moveCounterPayment,
  noteCounterPayment,
  type CounterPayment,
  type CounterPaymentFields,
} from './counterPaymentRecord'
import type { CounterDraft } from './draftCounterPayment'
import { book, openDayFor } from './townDayRecord'

/** Who takes it down, where, when (instant, UTC), and by which import, if by one. */
export interface Entry {
  staffId: string
  town: string | null
  at: string
  importId: string | null
}

/** What came of taking one down. */
export type TakenPayment =
  | { kind: 'taken'; payment: CounterPayment }
  /** Nothing was written. */
  | { kind: 'held'; refusal: CounterRefusal }
  /** The record is nobody's any more, or out of the caller's reach: nothing was taken. */
  | { kind: 'nobodys' }

/**
 * Takes one counter payment down, inside a transaction: receipt, claim, enrollment and the town's day land together or not at all.
 * The same payment by the same person once more is the one that stands.
 */
export async function takeCounterPayment(
  documents: Documents,
  cipher: Cipher,
  draft: CounterDraft,
  entry: Entry,
): Promise<TakenPayment> {
  const id = counterPaymentIdOf(cipher, draft.region, draft.said.receipt)
  const before = await counterPaymentOf(documents, id)
  if (before?.fields.state === 'refunded') return held('receiptUsed')
  if (before?.fields.state === 'entered')
    return isSame(before.fields, draft, entry) ? { kind: 'taken', payment: before } : held('receiptUsed')
  const claim = await documents.get<ClaimFields>('claims', draft.claimId)
  const holder = claim && (await whoHolds(documents, claim, draft.region))
  if (holder) return held(holder)
  const { childId, claimId } = draft
  if (childId !== null && (await isHeldAsChild(documents, childId, claimId))) return held('alreadyEnrolled')
  const yearOf = yearId(draft.residentId, draft.said.coverageYear)
  const enrollment = await documents.get<EnrollmentFields>('enrollments', yearOf)
  if (enrollment && stands(enrollment)) return held('alreadyEnrolled')
  if (!(await holdResident(documents, draft.residentId))) return { kind: 'nobodys' }

  const payment = await writePayment(documents, cipher, { id, before }, draft, entry)
  // Another town's receipt is out of sight, and its number is used all the same.
  if (!payment) return held('receiptUsed')
  const taken: ClaimFields = { orderNumber: null, enrolledIn: draft.region, counterPayment: id }
  await putOver(documents, 'claims', claimId, claim, taken)
  if (childId !== null) await noteClaimOfChild(documents, childId, claimWithoutYear(claimId))
  const fields = enrollmentBy(payment, draft)
  await putOver(documents, 'enrollments', yearOf, enrollment, fields)
  return { kind: 'taken', payment }
}

const held = (refusal: CounterRefusal): TakenPayment => ({ kind: 'held', refusal })

const isSame = (
  { residentId, coverageYear, fen, paidOn, channel, enteredBy }: CounterPaymentFields,
  { said, residentId: whose }: CounterDraft,
  { staffId }: Entry,
): boolean =>
  residentId === whose &&
  coverageYear === said.coverageYear &&
  fen === said.fen &&
  paidOn === said.paidOn &&
  channel === said.channel &&
  enteredBy === staffId

/** Why a held claim keeps a payment out; undefined for one that is free. An order out of the caller's reach is another region's. */
export async function whoHolds(
  documents: Pick<Documents, 'get'>,
  claim: Stored<ClaimFields>,
  region: string,
): Promise<CounterRefusal | undefined> {
  const { enrolledIn, orderNumber } = claim.fields
  if (!isHeld(claim.fields)) return undefined
  if (enrolledIn !== null) return enrolledIn === region ? 'alreadyEnrolled' : 'enrolledElsewhere'
  const order = await documents.get<OrderFields>('orders', orderNumber ?? '')
  if (order?.fields.region !== region) return 'enrolledElsewhere'
  return order.fields.state === 'paid' ? 'alreadyEnrolled' : 'beingPaid'
}

async function writePayment(
  documents: Documents,
  cipher: Cipher,
  { id, before }: { id: string; before: CounterPayment | undefined },
  draft: CounterDraft,
  entry: Entry,
): Promise<CounterPayment | undefined> {
  const { region, said, residentId, claimId, leftToBureau, tableHash } = draft
  const { staffId, town, at, importId } = entry
  const { receipt, channel, fen, paidOn, coverageYear, papersSeen } = said
  const till = town === null ? undefined : { region, town }
  const today = civilDayOf(at)
  const bookedOn = till ? await openDayFor(documents, cipher, till, { paidOn, today }) : null
  const fields: CounterPaymentFields = {
    state: 'entered',
    region,
    town,
    residentId,
    coverageYear,
    claimId,
    receipt,
    channel,
    fen,
    paidOn,
    bookedOn,
    leftToBureau,
    papersSeen,
    tableHash,
    enteredBy: staffId,
    importId,
    enteredOn: today,
    enteredAt: at,
    reversal: null,
    refundNumber: null,
    rejectedRefund: null,
    refundsBegun: before?.fields.refundsBegun ?? 0,
    withdrawn: before?.fields.withdrawn ?? [],
  }
  const payment = await putPayment(documents, id, before, fields, { actor: actorOf(entry), at })
  if (payment && till && bookedOn !== null) await book(documents, cipher, till, bookedOn, said, 1)
  return payment
}

async function putPayment(
  documents: Documents,
  id: string,
  before: CounterPayment | undefined,
  fields: CounterPaymentFields,
  by: { actor: AuditActor; at: string },
): Promise<CounterPayment | undefined> {
  if (before) return moveCounterPayment(documents, before, { event: 'enteredAgain', ...by }, fields)
  if ((await documents.insert('counterPayments', id, fields)) === 'exists') return undefined
  const payment = { id, revision: 1, fields }
  await noteCounterPayment(documents, payment, 'entered', by)
  return payment
}

function enrollmentBy(
  { id, fields: { region, coverageYear, residentId, fen, paidOn } }: CounterPayment,
  { identity, coverageFrom, coverageTo }: CounterDraft,
): EnrollmentFields {
  return {
    residentId,
    region,
    partition: partitionOf(residentId),
    coverageYear,
    way: 'counter',
    identity,
    paidFen: fen,
    paidAt: null,
    paidOn,
    coverageFrom,
    coverageTo,
    orderNumber: null,
    counterPayment: id,
    withdrawnAt: null,
  }
}
