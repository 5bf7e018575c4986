import type { DuplicateState } from '../../shared/contracts/duplicates'
import type { Transitions } from '../_states/transitions'

export type DuplicateEvent = 'putOffByStaff' | 'returnBegun' | 'foundDifferent' | 'foundSame'

/** Every way two like records (疑似重复) can go. */
export const duplicateTransitions = {
  open: {
    putOffByStaff: 'putOff',
    returnBegun: 'returning',
    foundDifferent: 'different',
    foundSame: 'same',
  },
  putOff: {
    putOffByStaff: 'putOff',
    returnBegun: 'returning',
    foundDifferent: 'different',
    foundSame: 'same',
  },
  returning: { returnBegun: 'returning', foundSame: 'same' },
  different: {},
  same: {},
} as const satisfies Transitions<DuplicateState, DuplicateEvent>
