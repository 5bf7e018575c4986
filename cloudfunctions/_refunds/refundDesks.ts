import type { RefundDesk } from '../../shared/contracts/staff'
import type { RefundFields } from './refundRecord'

/** Whose turn a refund is: a desk of the staff, WeChat's (the refund job follows it), or nobody's, because it has ended. */
export type Desk = RefundDesk | 'wechat' | 'none'

/** Follows from where a refund is; kept in the document so that a desk finds its own by one query. */
export function deskOf({ state, way }: Pick<RefundFields, 'state' | 'way'>): Desk {
  switch (state) {
    case 'requested':
      return 'tax'
    case 'taxAccepted':
      return 'bureau'
    case 'medicalApproved':
      return way === 'wechat' ? 'wechat' : 'finance'
    case 'due':
    case 'submitted':
    case 'processing':
      return 'wechat'
    case 'abnormal':
    case 'closed':
      return 'finance'
    case 'transferred':
      return 'confirmation'
    case 'succeeded':
    case 'confirmed':
    case 'rejected':
      return 'none'
  }
}
