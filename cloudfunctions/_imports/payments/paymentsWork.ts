import { receiptNumber, type CounterRefusal } from '../../../shared/contracts/counter'
import type { ImportField } from '../../../shared/contracts/imports'
import { isHeldByTown } from '../../_counter/counterChannels'
import { counterPaymentIdOf, counterPaymentOf, isAtRest } from '../../_counter/counterPaymentRecord'
import { draftCounterPayment, type CounterDraft } from '../../_counter/draftCounterPayment'
import { entryBy } from '../../_counter/recordCounterPayment'
import { takeBackCounterPayment } from '../../_counter/takeBackCounterPayment'
import { takeCounterPayment, type TakenPayment } from '../../_counter/takeCounterPayment'
import { isDayOpen } from '../../_counter/townDayRecord'
import type { StaffPorts } from '../../_ports/ports'
import type { Documents } from '../../_ports/store'
import { enrollmentOf } from '../../_residents/enrollmentRecord'
import { openResident } from '../../_residents/residentRecord'
import type { Applied, PaymentChange } from '../importChanges'
import { findPerson } from '../people/findPerson'
import { idKey } from '../people/writtenId'
import { plainText } from '../rowCells'
import type { Dependence, Planned, RowWork, WrongField } from '../rowWork'
import { readPayment, type PaymentRow } from './readPayment'
import { rehearsal } from './rehearsal'

/** Payments at counters and banks: a row is a receipt. Each goes the way an entry by hand goes, and is refused for the same reasons. */
export const paymentsWork: RowWork<PaymentChange> = {
  keysOf: (cell, { rounded }) => [
    { field: 'idNumber', key: idKey(cell('idNumber'), rounded) },
    { field: 'receipt', key: receiptNumber.safeParse(plainText(cell('receipt'))).data ?? '' },
  ],
  planner(ports, { id, fields: { coverageYear, rounded } }, documents) {
    if (coverageYear === null) throw new Error('payments without a coverage year')
    // One for all rows planned at once: two rows that are in each other's way are seen before either is taken.
    const stage = rehearsal(documents)
    return async (cell) => {
      const read = readPayment(cell, coverageYear, { rounded, today: ports.clock.today() })
      return 'wrong' in read ? { kind: 'rejected', ...read.wrong } : planPayment(ports, stage, id, read)
    }
  },
  dependence: async (ports, { change }) => ({ why: await paymentDependence(ports, change) }),
  async putBack({ cipher, staff, clock }, documents, { id: importId }, { change }) {
    const payment = await counterPaymentOf(documents, change.paymentId)
    if (!payment || !isAtRest(payment.fields) || payment.fields.importId !== importId) return 'changed'
    const said = { reason: 'other', staffId: staff.staffId, at: clock.now() } as const
    const { kind } = await takeBackCounterPayment(documents, cipher, payment, said)
    return kind === 'dayClosed' ? 'closed' : undefined
  },
}

async function planPayment(
  ports: StaffPorts,
  stage: Documents,
  importId: string,
  { who, said }: PaymentRow,
): Promise<Planned> {
  // What a town holds stands in that town's day, or nobody would be asked to deposit it.
  if (ports.staff.role === 'tax' && isHeldByTown(said.channel))
    return { kind: 'rejected', field: 'channel', reason: 'channelOfTown' }
  const resident = await findPerson(ports, stage, who)
  if (typeof resident === 'string') return { kind: 'rejected', field: 'idNumber', reason: resident }
  if ('otherName' in resident) return { kind: 'rejected', field: 'name', reason: 'otherName' }
  const drafted = await draftCounterPayment(ports, openResident(ports.cipher, resident), said)
  if (drafted.kind === 'refused') return refused(drafted.refusal)
  const paymentId = counterPaymentIdOf(ports.cipher, resident.fields.region, said.receipt)
  const stood = await counterPaymentOf(stage, paymentId)
  const taken = await takeCounterPayment(stage, ports.cipher, drafted.draft, entryBy(ports, importId))
  if (taken.kind !== 'taken') return notTaken(taken)
  if (stood?.fields.state === 'entered') return { kind: 'same' }
  return { kind: 'added', apply: (documents) => take(ports, documents, importId, drafted.draft) }
}

async function take(
  ports: StaffPorts,
  documents: Documents,
  importId: string,
  draft: CounterDraft,
): Promise<Applied | WrongField> {
  const taken = await takeCounterPayment(documents, ports.cipher, draft, entryBy(ports, importId))
  // A receipt of another town is out of sight until its number is used once more.
  if (taken.kind !== 'taken') return notTaken(taken)
  return { change: { paymentId: taken.payment.id } }
}

/** Which column a refusal is about; what is not named is about the person. */
const fieldOf: Partial<Record<CounterRefusal, ImportField>> = {
  receiptUsed: 'receipt',
  otherSum: 'yuan',
  inFuture: 'paidOn',
  outsideCollection: 'paidOn',
  channelNotNamed: 'channel',
}

const refused = (refusal: CounterRefusal): Extract<Planned, { kind: 'rejected' }> => ({
  kind: 'rejected',
  field: fieldOf[refusal] ?? 'idNumber',
  reason: refusal,
})

const notTaken = (taken: Exclude<TakenPayment, { kind: 'taken' }>): Extract<Planned, { kind: 'rejected' }> =>
  taken.kind === 'nobodys'
    ? { kind: 'rejected', field: 'idNumber', reason: 'unknownHere' }
    : refused(taken.refusal)

/** A payment is taken back while it stands as it was taken down, enrolls who paid, and its town's day is open. */
async function paymentDependence(ports: StaffPorts, { paymentId }: PaymentChange): Promise<Dependence> {
  const payment = await counterPaymentOf(ports.store, paymentId)
  if (!payment || !isAtRest(payment.fields)) return 'changed'
  const { residentId, coverageYear } = payment.fields
  const enrollment = await enrollmentOf(ports, residentId, coverageYear)
  if (enrollment?.fields.counterPayment !== paymentId) return 'changed'
  return (await isDayOpen(ports.store, ports.cipher, payment.fields)) ? undefined : 'closed'
}
