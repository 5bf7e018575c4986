import { standingOrder } from '../_orders/orderRecord'
import type { ServicePorts } from '../_ports/ports'
import { stateAfter } from '../_states/transitions'
import reasons from './payerWords.json'
import { recordRefund } from './recordRefund'
import { moveRefund, refundOf, type Refund } from './refundRecord'
import { refundTransitions, type RefundEvent, type RefundState } from './refundStates'

/**
 * Brings one refund as far as WeChat's word allows: hands it over, asks about it, sends the same number again where WeChat
 * does not know it. What an answer that never came leaves open, the next round finds in the same state.
 */
export async function followRefund(ports: ServicePorts, found: Refund): Promise<void> {
  if (!isHandedOver(found)) {
    const handed = await step(ports, found.id, 'handedToWechat')
    return handed && send(ports, handed)
  }
  const known = await ports.payments.queryRefund(found.id)
  if (known.kind === 'known') await recordRefund(ports, known.refund, null)
  if (known.kind === 'absent') await send(ports, found)
}

const isHandedOver = ({ fields: { state } }: Refund): boolean =>
  state !== 'due' && state !== 'medicalApproved'

/** Moves it, where it still waits for WeChat and the event can happen to it; undefined where somebody was faster. */
function step({ store, clock }: ServicePorts, id: string, event: RefundEvent): Promise<Refund | undefined> {
  return store.transaction(async (documents) => {
    const standing = await refundOf(documents, id)
    if (standing?.fields.desk !== 'wechat') return undefined
    return stateAfter<RefundState, RefundEvent>(refundTransitions, standing.fields.state, event)
      ? moveRefund(documents, standing, { event, actor: 'service' }, { changedAt: clock.now() })
      : undefined
  })
}

/** The same number always asks for the same refund. What WeChat shows the payer with it says nothing about a person. */
async function send(ports: ServicePorts, refund: Refund): Promise<void> {
  const { orderNumber, fen, cause } = refund.fields
  if (orderNumber === null)
    throw new Error(`refund ${refund.id} is of no order: WeChat has nothing to pay back`)
  const order = await standingOrder(ports.store, orderNumber)
  const answer = await ports.payments.refund({
    refundNumber: refund.id,
    orderNumber,
    fen,
    paidFen: order.fields.fen,
    reason: reasons[cause],
  })
  if (answer.kind === 'accepted') await recordRefund(ports, answer.refund, null)
  if (answer.kind === 'refused') await giveUp(ports, refund, answer.code)
}

/** Refused, but an earlier request of the same number may have been taken: only what WeChat does not know is given up. */
async function giveUp(ports: ServicePorts, refund: Refund, code: string): Promise<void> {
  const known = await ports.payments.queryRefund(refund.id)
  if (known.kind === 'known') await recordRefund(ports, known.refund, null)
  if (known.kind === 'absent' && (await step(ports, refund.id, 'refusedByWechat')))
    ports.log.alarm({ event: 'refundRefused', refundNumber: refund.id, code })
}
