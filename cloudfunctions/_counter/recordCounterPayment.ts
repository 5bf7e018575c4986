import type { CounterPaymentSaid } from '../../shared/contracts/counter'
import type { StaffPorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import type { Resident } from '../_residents/residentRecord'
import { draftCounterPayment } from './draftCounterPayment'
import { takeCounterPayment, type Entry } from './takeCounterPayment'

/**
 * 录入柜台缴费: takes down what somebody paid at a counter, or says why not. An import that lands many at once drafts each
 * (`draftCounterPayment`) and takes them (`takeCounterPayment`) inside a transaction of its own.
 */
export async function recordCounterPayment(ports: StaffPorts, resident: Resident, said: CounterPaymentSaid) {
  const drafted = await draftCounterPayment(ports, resident, said)
  if (drafted.kind === 'refused') return drafted
  const { store, cipher } = ports
  const entry = entryBy(ports)
  const taken = await store.transaction((documents) =>
    takeCounterPayment(documents, cipher, drafted.draft, entry),
  )
  if (taken.kind === 'nobodys') return refuse('notFound')
  return taken.kind === 'held' ? refuse(taken.refusal) : taken
}

/** Whoever sits at a counter of a town enters for that town. */
export const entryBy = (
  { staff, clock }: Pick<StaffPorts, 'staff' | 'clock'>,
  importId: string | null = null,
): Entry => ({ staffId: staff.staffId, town: staff.town, at: clock.now(), importId })
