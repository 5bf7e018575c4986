import { statesOf, type Transitions } from '../_states/transitions'

/**
 * `requested` a resident applied · `taxAccepted` 税务已受理 · `medicalApproved` 医保已审核 · `due` our own fault, so nobody
 * applies · `submitted` we are asking WeChat, its answer is not known · `processing` WeChat is paying it back ·
 * `abnormal` the payer's account takes no money · `closed` WeChat does not pay it · `transferred` 财政已转账, not confirmed.
 * Ends: `succeeded` back by WeChat · `confirmed` back by transfer · `rejected` 不予退费.
 */
export type RefundState =
  | 'requested'
  | 'taxAccepted'
  | 'medicalApproved'
  | 'due'
  | 'submitted'
  | 'processing'
  | 'abnormal'
  | 'closed'
  | 'transferred'
  | 'succeeded'
  | 'confirmed'
  | 'rejected'

/** Steps of the offices, and WeChat's words. */
export type RefundEvent =
  | 'acceptedByTax'
  | 'approvedByBureau'
  | 'rejectedByStaff'
  | 'handedToWechat'
  | 'takenByWechat'
  | 'arrived'
  | 'accountTookNothing'
  | 'refusedByWechat'
  | 'transferredByFinance'
  | 'confirmedByFinance'

/** Every way a refund (退费) can go (payments.md; the two additions are explained in docs/decisions/0007). */
export const refundTransitions = {
  requested: { acceptedByTax: 'taxAccepted', rejectedByStaff: 'rejected' },
  taxAccepted: { approvedByBureau: 'medicalApproved', rejectedByStaff: 'rejected' },
  medicalApproved: { handedToWechat: 'submitted', transferredByFinance: 'transferred' },
  due: { handedToWechat: 'submitted' },
  submitted: {
    takenByWechat: 'processing',
    arrived: 'succeeded',
    accountTookNothing: 'abnormal',
    refusedByWechat: 'closed',
  },
  processing: { arrived: 'succeeded', accountTookNothing: 'abnormal', refusedByWechat: 'closed' },
  // The payer may give WeChat another account: then it arrives after all.
  abnormal: { arrived: 'succeeded', transferredByFinance: 'transferred' },
  // WeChat refused one request and had taken an earlier one whose answer was lost: its later word counts.
  closed: { arrived: 'succeeded', transferredByFinance: 'transferred' },
  transferred: { confirmedByFinance: 'confirmed' },
  succeeded: {},
  confirmed: {},
  rejected: {},
} as const satisfies Transitions<RefundState, RefundEvent>

export const refundStates = statesOf<RefundState>(refundTransitions)
