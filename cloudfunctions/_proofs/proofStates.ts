import type { Transitions } from '../_states/transitions'
import type { ProofState } from '../../shared/contracts/proof'

/** What a resident sees, and two they do not: `arriving` parts are missing · `unfit` whole, and not taken. */
export type StoredProofState = ProofState | 'arriving' | 'unfit'

export type ProofEvent =
  | 'arrivedWhole'
  | 'foundUnfit'
  | 'openedByStaff'
  | 'acceptedByStaff'
  | 'rejectedByStaff'
  | 'askedAgainByStaff'
  | 'replacedByResident'
  | 'withdrawnByResident'

/** Every way a proof (证明材料) can go. Nobody decides what nobody has opened. */
export const proofTransitions = {
  arriving: { arrivedWhole: 'received', foundUnfit: 'unfit', withdrawnByResident: 'withdrawn' },
  received: { openedByStaff: 'inReview', withdrawnByResident: 'withdrawn' },
  inReview: {
    openedByStaff: 'inReview',
    acceptedByStaff: 'accepted',
    rejectedByStaff: 'rejected',
    askedAgainByStaff: 'askedAgain',
    withdrawnByResident: 'withdrawn',
  },
  askedAgain: { replacedByResident: 'replaced', withdrawnByResident: 'withdrawn' },
  rejected: { replacedByResident: 'replaced' },
  accepted: {},
  replaced: {},
  withdrawn: {},
  unfit: {},
} as const satisfies Transitions<StoredProofState, ProofEvent>
