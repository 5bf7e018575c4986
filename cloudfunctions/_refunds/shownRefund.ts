import type { RefundShown, RefundStage } from '../../shared/contracts/refund'
import type { Refund } from './refundRecord'
import type { RefundState } from './refundStates'

/** The few stages a resident sees. */
const publicStage: Record<RefundState, RefundStage> = {
  requested: 'requested',
  taxAccepted: 'accepted',
  medicalApproved: 'approved',
  due: 'approved',
  submitted: 'onItsWay',
  processing: 'onItsWay',
  abnormal: 'byHand',
  closed: 'byHand',
  transferred: 'onItsWay',
  succeeded: 'arrived',
  confirmed: 'arrived',
  rejected: 'rejected',
}

/** A refund as its resident may see it: how far it is, not who decided. */
export const shownRefund = ({
  id,
  fields: { state, cause, rejection, fen, changedAt },
}: Refund): RefundShown => ({
  number: id,
  stage: publicStage[state],
  cause,
  rejection,
  fen,
  asOf: changedAt,
})
