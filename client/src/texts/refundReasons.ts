import type { RefundReason } from '../../../shared/contracts/refund'

/** Why money is asked back, as the resident chooses it and the offices read it. */
export const refundReasons: Record<RefundReason, { text: string; hint?: string }> = {
  duplicate: { text: '缴重了', hint: '同一年缴了两次' },
  employee: { text: '有职工医保了' },
  moved: { text: '在外地参保了' },
  deceased: { text: '人已经去世' },
  other: { text: '别的原因' },
}
