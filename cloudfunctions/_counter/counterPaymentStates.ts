import type { CounterPaymentState } from '../../shared/contracts/counter'
import { statesOf, type Transitions } from '../_states/transitions'

export type CounterPaymentEvent = 'withdrawnByStaff' | 'enteredAgain'

/** Every way a counter payment (柜台缴费) can go: taken back because it was a mistake, and entered again rightly. */
export const counterPaymentTransitions = {
  entered: { withdrawnByStaff: 'withdrawn' },
  withdrawn: { enteredAgain: 'entered' },
} as const satisfies Transitions<CounterPaymentState, CounterPaymentEvent>

export const counterPaymentStates = statesOf<CounterPaymentState>(counterPaymentTransitions)
