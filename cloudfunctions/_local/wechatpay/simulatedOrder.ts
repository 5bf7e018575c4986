/** What the simulated WeChat knows about one order. Plain data, so that it can be kept as JSON. */
export interface SimulatedOrder {
  orderNumber: string
  prepayId: string
  /** Digest of the first request: the same number with another body is refused. */
  requestDigest: string
  appId: string
  merchantId: string
  payerOpenId: string
  title: string
  fen: number
  notifyUrl: string
  /** Instant, UTC. */
  expiresAt: string
  state: TradeState
  payment?: { transactionId: string; paidAt: string }
  notice?: { eventId: string; state: NoticeState }
}

/** trade_state without 转入退款, which follows from the refunds. */
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED'

/** Where the callback stands; `withheld` is the payer's choice 付了但不通知. */
export type NoticeState = 'due' | 'delivered' | 'givenUp' | 'withheld'

const transitions: Record<TradeState, readonly TradeState[]> = {
  NOTPAY: ['SUCCESS', 'CLOSED'],
  SUCCESS: [],
  CLOSED: [],
}

/** The order in its next state. @throws for an edge that is not in the table. */
export function moved(
  order: SimulatedOrder,
  state: TradeState,
  change: Pick<SimulatedOrder, 'payment' | 'notice'> = {},
): SimulatedOrder {
  if (!transitions[order.state].includes(state)) throw new Error(`no way from ${order.state} to ${state}`)
  return { ...order, ...change, state }
}

/** Why this order takes no payment at `now`, or undefined if it does. WeChat does not close expired orders. */
export function unpayable(order: SimulatedOrder, now: Date): 'paid' | 'closed' | 'expired' | undefined {
  if (order.state === 'SUCCESS') return 'paid'
  if (order.state === 'CLOSED') return 'closed'
  return Date.parse(order.expiresAt) <= now.getTime() ? 'expired' : undefined
}
