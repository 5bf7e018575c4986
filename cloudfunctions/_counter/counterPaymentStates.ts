import type { CounterPaymentState } from '../../shared/contracts/counter'
import { statesOf, type Transitions } from '../_states/transitions'

export type CounterPaymentEvent = 'withdrawnByStaff' | 'reversedByColleague' | 'enteredAgain'

/** Every way a counter payment (柜台缴费) can go: taken back or reversed because it was a mistake, and entered again rightly. */
export const counterPaymentTransitions = {
  entered: { withdrawnByStaff: 'withdrawn', reversedByColleague: 'reversed' },
  withdrawn: { enteredAgain: 'entered' },
  reversed: { enteredAgain: 'entered' },
} as const satisfies Transitions<CounterPaymentState, CounterPaymentEvent>

export const counterPaymentStates = statesOf<CounterPaymentState>(counterPaymentTransitions)
