import type { PaymentRequest, SettledPayment } from '../../../cloudfunctions/_ports/payments'

export const merchantId = '1900000001'
export const appId = 'wxsimulated'

/** What WeChat knows of one order number. */
export interface WechatOrder {
  request: PaymentRequest
  prepayId: string
  /** Milliseconds. WeChat gives every order at least a minute. */
  expiresAt: number
  state: 'open' | 'closed' | 'paid'
  /** The payer is typing the password: closing settles nothing then. */
  typing: boolean
  payment?: SettledPayment
}
