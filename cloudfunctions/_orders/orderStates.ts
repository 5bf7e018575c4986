import type { PublicOrderState } from '../../shared/contracts/fields'

/**
 * The states of an order and every way between them (payments.md): `created` a number exists · `prepaid` WeChat
 * takes money for it · `closing` we want it closed, WeChat has not confirmed · `closed` · `paid` · `late` paid after
 * closing, so the money goes back.
 */
export const orderTransitions = {
  created: ['prepaid', 'closing'],
  prepaid: ['paid', 'closing'],
  closing: ['closed', 'paid'],
  closed: ['late'],
  paid: [],
  late: [],
} as const satisfies Record<string, readonly string[]>

export type OrderState = keyof typeof orderTransitions

export const orderStates = Object.keys(orderTransitions) as OrderState[]

/** True where the table has an edge from one state to the other. */
export const mayMove = (from: OrderState, to: OrderState): boolean =>
  (orderTransitions[from] as readonly OrderState[]).includes(to)

/** The few states a resident sees. */
export const publicState: Record<OrderState, PublicOrderState> = {
  created: 'unpaid',
  prepaid: 'unpaid',
  closing: 'confirming',
  closed: 'closed',
  paid: 'paid',
  late: 'paidLate',
}
