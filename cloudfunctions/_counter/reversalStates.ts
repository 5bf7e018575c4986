import type { ReversalState } from '../../shared/contracts/counterReversals'
import { statesOf, type Transitions } from '../_states/transitions'

/** The word of the second person; declining is also for whoever asked. */
export type ReversalEvent = 'confirmed' | 'declined'

/** Every way a reversal (冲销) can go: one asks, another confirms; whoever asked, or another, declines. */
export const reversalTransitions = {
  asked: { confirmed: 'confirmed', declined: 'declined' },
  confirmed: {},
  declined: {},
} as const satisfies Transitions<ReversalState, ReversalEvent>

export const reversalStates = statesOf<ReversalState>(reversalTransitions)
