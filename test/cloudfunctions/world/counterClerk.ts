import { recordCounterPayment } from '../../../cloudfunctions/_counter/recordCounterPayment'
import {
  changeCounterPayment,
  counterPaymentOf,
  type CounterPayment,
} from '../../../cloudfunctions/_counter/counterPaymentRecord'
import { reversalFor, reversalIdOf, reversalOf } from '../../../cloudfunctions/_counter/reversalRecord'
import { settleReversal } from '../../../cloudfunctions/_counter/settleReversal'
import { takeBackCounterPayment } from '../../../cloudfunctions/_counter/takeBackCounterPayment'
import type { StaffCaller, StaffPorts } from '../../../cloudfunctions/_ports/ports'
import type { RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import { standingResident } from '../../../cloudfunctions/_residents/residentRecord'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import type { CounterPaymentSaid } from '../../../shared/contracts/counter'
import type { World } from './startWorld'
import { noPress } from './noPrinter'

let receipts = 0

/** A clerk at the counter of a town of lakeside, below the use cases: the sums are the stand-in table's. */
export function counterClerk(world: World, known: Partial<StaffCaller> = {}) {
  const town = '样例镇'
  const staff: StaffCaller = {
    staffId: 'clerk-at-counter',
    name: '样例经办',
    role: 'clerk',
    region: 'lakeside',
    town,
    callerIndex: null,
    ...known,
  }
  const ports = (): StaffPorts => ({
    ...world.service,
    schedule,
    press: noPress,
    staff,
    store: scopedStore(world.service.store, staff),
  })
  const record = async (residentId: string, said: Partial<CounterPaymentSaid> = {}) =>
    recordCounterPayment(ports(), await standingResident(ports(), residentId), {
      coverageYear: 2031,
      receipt: `PJ-AUTO-${(receipts += 1)}`,
      fen: 40000,
      paidOn: world.service.clock.today(),
      channel: 'bankCounter',
      papersSeen: [],
      ...said,
    })
  return {
    town,
    ports,
    record,
    /** Somebody of the clerk's town. */
    neighbour: async (person: Partial<RosterPerson> = {}): Promise<string> =>
      (await world.addPerson({ region: staff.region, town: staff.town, ...person })).residentId,
    /** What was taken down. @throws Error where it was not. */
    async taken(residentId: string, said: Partial<CounterPaymentSaid> = {}): Promise<CounterPayment> {
      const outcome = await record(residentId, said)
      if (outcome.kind !== 'taken') throw new Error(`expected it taken, got ${outcome.refusal}`)
      return outcome.payment
    },
    /** Below the use case too, so that no day need be over. */
    askToReverse: (paymentId: string): Promise<string> =>
      ports().store.transaction(async (documents) => {
        const payment = await counterPaymentOf(documents, paymentId)
        if (!payment) throw new Error('no such payment')
        const askedAt = world.service.clock.now()
        const reversal = reversalIdOf(payment)
        const said = { reason: 'otherPerson', askedBy: staff.staffId, askedAt } as const
        await documents.insert('counterReversals', reversal, reversalFor(payment, said))
        const step = { step: 'reversalAsked', actor: `staff:${staff.staffId}`, at: askedAt } as const
        await changeCounterPayment(documents, payment, step, { reversal })
        return reversal
      }),
    confirmReversal: (reversalId: string, staffId: string) =>
      ports().store.transaction(async (documents) => {
        const reversal = await reversalOf(documents, reversalId)
        if (!reversal) throw new Error('no such reversal')
        const word = { event: 'confirmed', staffId, at: world.service.clock.now() } as const
        return settleReversal(documents, world.service.cipher, reversal, word)
      }),
    takeBack: (paymentId: string) =>
      ports().store.transaction(async (documents) => {
        const payment = await counterPaymentOf(documents, paymentId)
        if (!payment) throw new Error('no such payment')
        const said = { reason: 'otherPerson', staffId: staff.staffId, at: world.service.clock.now() } as const
        return takeBackCounterPayment(documents, world.service.cipher, payment, said)
      }),
  }
}
