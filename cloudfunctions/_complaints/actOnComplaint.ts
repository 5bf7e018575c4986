/** One step of a complaint by one member of staff: at its desk, on what a colleague has not taken, and not on their own. */
import type { ComplaintState } from '../../shared/contracts/complaint'
import { complaintDesksOf } from '../../shared/contracts/staffComplaints'
import { complaintOf, moveComplaint, type Complaint, type ComplaintFields } from './complaintRecord'
import { complaintTransitions, type ComplaintEvent } from './complaintStates'
import { isColleagues } from './isColleagues'
import { actorOf } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { stateAfter } from '../_states/transitions'

/** What somebody does to a complaint. */
export interface ComplaintStep {
  event: ComplaintEvent
  changes?: Partial<ComplaintFields>
  /** The same step by the same person: its answer was lost, so it is given again. */
  isThere(complaint: Complaint): boolean
}

/** Takes one step in one transaction, or says why not: `ownComplaint` · `notAtThisDesk` · `takenByColleague` · `notNow`. */
export function actOnComplaint(
  { store, clock, staff }: StaffPorts,
  complaintId: string,
  step: ComplaintStep,
) {
  const actor = actorOf(staff)
  return store.transaction(async (documents) => {
    const standing = await complaintOf(documents, complaintId)
    if (!standing) return refuse('notFound')
    const { desk, state, handledBy, callerIndex } = standing.fields
    if (callerIndex === staff.callerIndex) return refuse('ownComplaint')
    if (handledBy === actor && step.isThere(standing)) return done(moved(standing))
    if (!complaintDesksOf[staff.role]?.includes(desk)) return refuse('notAtThisDesk')
    if (await isColleagues(documents, { staff }, standing)) return refuse('takenByColleague')
    if (!stateAfter<ComplaintState, ComplaintEvent>(complaintTransitions, state, step.event))
      return refuse('notNow')
    const at = clock.now()
    return done(
      moved(
        await moveComplaint(
          documents,
          standing,
          { event: step.event, actor, at },
          { handledBy: actor, ...step.changes },
        ),
      ),
    )
  })
}

const moved = ({ id, fields: { state, desk } }: Complaint) => ({ complaintId: id, state, desk })
