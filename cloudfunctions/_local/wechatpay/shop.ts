import type { OrderBook } from './openOrderBook'
import type { RefundBook } from './openRefundBook'

/** The one merchant of the simulated WeChat, and all that WeChat knows of it. */
export interface Shop {
  appId: string
  merchantId: string
  orders: OrderBook
  refunds: RefundBook
  now(): Date
}

/** A reply before it is signed: WeChat's status, and its body or error. */
export interface Outcome {
  status: 200 | 204 | 400 | 403 | 404
  body?: object
}

export const refusal = (status: 400 | 403 | 404, code: string, message: string): Outcome => ({
  status,
  body: { code, message },
})
