/** The one thing to do about what is owed. */
import type { Assessment } from '../../../../shared/rules/assessment'
import type { Sentence } from '../../components/Sentence'
import { safest, statedOnly } from '../../texts/answers'
import { yuan } from '../../texts/figures'
import { result as words } from '../../texts/result'
import type { Around, Assessed, Owed } from './Assessed'

export type Action =
  | { kind: 'pay'; text: string }
  /** The order that is open already. */
  | { kind: 'goOn'; text: string; order: string }
  | { kind: 'receipt'; text: string; order: string }
  | { kind: 'handoff'; text: string }
  /** Somebody only asked: to go on, one has to say who it is for. */
  | { kind: 'identify'; text: string }
  /** No button at all: what not to do; a sentence says that it is no mistake. */
  | { kind: 'nothing'; stop: Sentence }
  | { kind: 'askOffice' }

/** Enrolled already: nothing is wrong, and nothing is left to do. */
export const isDone = ({ decision, reasons }: Assessment): boolean =>
  decision === 'refused' && reasons[0]?.code === 'alreadyEnrolled'

export const actionOf = ({ assessment, order }: Assessed): Action =>
  byOrder(order) ?? withoutOrder(assessment)

/** The same without knowing why. */
export const proxyActionOf = ({ owing, order }: Owed): Action => byOrder(order) ?? withoutWhy(owing)

function byOrder(order: Around['order']): Action | undefined {
  if (order?.state === 'paid') return { kind: 'receipt', text: words.seeReceipt, order: order.orderNumber }
  if (order && order.state !== 'closed') {
    const text = order.state === 'unpaid' ? words.goOn : words.seeState
    return { kind: 'goOn', text, order: order.orderNumber }
  }
  return undefined
}

function withoutWhy({ decision, reasons, dueFen, channels, inAppPayment }: Owed['owing']): Action {
  if (decision === 'refused' && reasons.length === 0) return { kind: 'nothing', stop: words.doNotPayForThem }
  if (dueFen !== null && inAppPayment) return { kind: 'pay', text: words.pay(yuan(dueFen)) }
  return dueFen === null || channels === null
    ? { kind: 'askOffice' }
    : { kind: 'handoff', text: words.elsewhere(yuan(dueFen)) }
}

function withoutOrder(assessment: Assessment): Action {
  const due = safest(assessment.due)
  if (isDone(assessment)) return { kind: 'nothing', stop: words.doNotPayAgain }
  if (assessment.decision === 'refused' || assessment.decision === 'undecided') return { kind: 'askOffice' }
  if (due === 0) return { kind: 'nothing', stop: words.doNotPay }
  if (assessment.inAppPayment && statedOnly(assessment.due) !== undefined) {
    return { kind: 'pay', text: words.pay(yuan(due ?? 0)) }
  }
  if (due === undefined || assessment.channels.kind === 'unstated') return { kind: 'askOffice' }
  return { kind: 'handoff', text: words.elsewhere(yuan(due)) }
}
