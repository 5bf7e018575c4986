import type { WithdrawalReason } from '../../../shared/contracts/counter'

/** Why a payment at a counter is undone, as an office chooses it and as the person concerned reads it. */
export const counterMistakes: Record<WithdrawalReason, { text: string }> = {
  otherPerson: { text: '录错了人' },
  otherSum: { text: '录错了金额' },
  otherDetail: { text: '录错了日子或渠道' },
  enteredTwice: { text: '同一笔录了两次' },
  receiptVoid: { text: '票据作废了' },
  other: { text: '别的原因' },
}
