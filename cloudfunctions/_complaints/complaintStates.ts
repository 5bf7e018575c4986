import type { ComplaintState } from '../../shared/contracts/complaint'
import type { Transitions } from '../_states/transitions'

export type ComplaintEvent = 'takenByStaff' | 'answeredByStaff' | 'forwardedByStaff' | 'closedByStaff'

/** Every way a complaint (意见投诉) or an objection (异议) can go. Forwarded, it waits at the other office as if it had just come. */
export const complaintTransitions = {
  received: { takenByStaff: 'handling', forwardedByStaff: 'received' },
  handling: { answeredByStaff: 'answered', forwardedByStaff: 'received' },
  answered: { closedByStaff: 'closed' },
  closed: {},
} as const satisfies Transitions<ComplaintState, ComplaintEvent>
