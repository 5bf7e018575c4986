/** One step of a refund by one member of staff: at their desk, by somebody who has done no other step, once. */
import type { RefundDesk } from '../../shared/contracts/staff'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { done, refuse } from '../_ports/useCase'
import type { Desk } from './refundDesks'
import { moveRefund, refundOf, type Refund, type RefundFields } from './refundRecord'
import type { RefundEvent, RefundState } from './refundStates'
import { hasActed } from './hasActed'

/** What somebody does to a refund at their desk. */
export interface Step {
  desk: RefundDesk
  event: RefundEvent
  /** The state it leads to. */
  leadsTo: RefundState
  /** Which field remembers who did it. */
  by: 'acceptedBy' | 'decidedBy' | 'transferredBy' | 'confirmedBy'
  /** What the caller says with it. */
  said?: Partial<Pick<RefundFields, 'way' | 'rejection' | 'voucher'>>
  /** What else lands with it. `at` is the instant of the step. */
  also?(documents: Documents, refund: Refund, at: string): Promise<void>
}

/** Takes one step in one transaction, or says why not: `notAtThisDesk` · `actedAlready` by the same person, at whatever desk. */
export function actOnRefund({ store, clock, staff }: StaffPorts, refundNumber: string, step: Step) {
  const { desk, event, leadsTo, by, said = {}, also } = step
  return store.transaction(async (documents) => {
    const standing = await refundOf(documents, refundNumber)
    if (!standing) return refuse('notFound')
    const actor = actorOf(staff)
    if (isThere(standing, step, actor)) return done(moved(standing))
    if (standing.fields.desk !== desk) return refuse('notAtThisDesk')
    if (hasActed(standing, staff)) return refuse('actedAlready')
    const at = clock.now()
    const arrived = leadsTo === 'confirmed' ? { arrivedAt: at } : {}
    const changes = { ...said, ...arrived, [by]: actor, changedAt: at }
    const refund = await moveRefund(documents, standing, { event, actor }, changes)
    await also?.(documents, refund, at)
    return done(moved(refund))
  })
}

/** The same step by the same person, saying the same: its answer was lost, so it is given again. */
const isThere = ({ fields }: Refund, { leadsTo, by, said = {} }: Step, actor: string): boolean =>
  fields.state === leadsTo &&
  fields[by] === actor &&
  Object.entries(said).every(([name, value]) => fields[name as keyof typeof said] === value)

const moved = ({ id, fields: { desk } }: Refund) => ({ refundNumber: id, desk: staffDesk(desk) })

const staffDesk = (desk: Desk): RefundDesk | null => (desk === 'wechat' || desk === 'none' ? null : desk)
