/** The one thing to do about what is owed. */
import type { Assessment } from '../../../../shared/rules/assessment'
import { safest, statedOnly } from '../../texts/answers'
import { yuan } from '../../texts/figures'
import { result as words } from '../../texts/result'
import type { Assessed } from './Assessed'

export type Action =
  | { kind: 'pay'; text: string }
  /** The order that is open already. */
  | { kind: 'goOn'; text: string; order: string }
  | { kind: 'receipt'; text: string; order: string }
  | { kind: 'handoff'; text: string }
  /** Somebody only asked: to go on, one has to say who it is for. */
  | { kind: 'identify'; text: string }
  /** No button at all, and the sentence that says it is no mistake. */
  | { kind: 'nothing' }
  | { kind: 'askOffice' }

export function actionOf({ assessment, order }: Assessed): Action {
  if (order?.state === 'paid') return { kind: 'receipt', text: words.seeReceipt, order: order.orderNumber }
  if (order && order.state !== 'closed') {
    const text = order.state === 'unpaid' ? words.goOn : words.seeState
    return { kind: 'goOn', text, order: order.orderNumber }
  }
  return withoutOrder(assessment)
}

function withoutOrder(assessment: Assessment): Action {
  const due = safest(assessment.due)
  if (assessment.decision === 'refused' || assessment.decision === 'undecided') return { kind: 'askOffice' }
  if (due === 0) return { kind: 'nothing' }
  if (assessment.inAppPayment && statedOnly(assessment.due) !== undefined) {
    return { kind: 'pay', text: words.pay(yuan(due ?? 0)) }
  }
  if (due === undefined || assessment.channels.kind === 'unstated') return { kind: 'askOffice' }
  return { kind: 'handoff', text: words.elsewhere(yuan(due)) }
}
