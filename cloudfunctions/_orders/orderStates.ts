import type { PublicOrderState } from '../../shared/contracts/fields'
import { statesOf, type Transitions } from '../_states/transitions'

/**
 * `created` a number exists · `prepaid` WeChat takes money for it · `closing` we want it closed, WeChat has not confirmed ·
 * `closed` · `paid` · `late` paid after closing, so the money goes back.
 */
export type OrderState = 'created' | 'prepaid' | 'closing' | 'closed' | 'paid' | 'late'

/**
 * `opened` WeChat gave something to pay with · `paymentStated` WeChat says it was paid · `givenUp` nobody wants it any more,
 * or its time is over · `closedByWechat` WeChat says that nobody can pay it now.
 */
export type OrderEvent = 'opened' | 'paymentStated' | 'givenUp' | 'closedByWechat'

/** Every way an order can go (payments.md). */
export const orderTransitions = {
  created: { opened: 'prepaid', givenUp: 'closing' },
  prepaid: { paymentStated: 'paid', givenUp: 'closing' },
  closing: { closedByWechat: 'closed', paymentStated: 'paid' },
  closed: { paymentStated: 'late' },
  paid: {},
  late: {},
} as const satisfies Transitions<OrderState, OrderEvent>

export const orderStates = statesOf<OrderState>(orderTransitions)

/** Whether somebody may be paying it right now: nobody has said that it is paid, or that it never will be. */
export const isBeingPaid = (state: OrderState): boolean =>
  ['unpaid', 'confirming'].includes(publicState[state])

/** The few states a resident sees. */
export const publicState: Record<OrderState, PublicOrderState> = {
  created: 'unpaid',
  prepaid: 'unpaid',
  closing: 'confirming',
  closed: 'closed',
  paid: 'paid',
  late: 'paidLate',
}
