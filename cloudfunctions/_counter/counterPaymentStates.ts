import type { CounterPaymentState } from '../../shared/contracts/counter'
import type { Transitions } from '../_states/transitions'

/**
 * `withdrawnByStaff` on the day it was entered · `reversedByColleague` later, by two people · `moneyBack` its refund has arrived ·
 * `enteredAgain` the receipt, rightly.
 */
export type CounterPaymentEvent = 'withdrawnByStaff' | 'reversedByColleague' | 'moneyBack' | 'enteredAgain'

/** Every way a counter payment (柜台缴费) can go: taken back or reversed because it was a mistake, and entered again rightly; or paid back. */
export const counterPaymentTransitions = {
  entered: { withdrawnByStaff: 'withdrawn', reversedByColleague: 'reversed', moneyBack: 'refunded' },
  withdrawn: { enteredAgain: 'entered' },
  reversed: { enteredAgain: 'entered' },
  refunded: {},
} as const satisfies Transitions<CounterPaymentState, CounterPaymentEvent>
