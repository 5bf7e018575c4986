/**
 * 去缴费: opens one payment for what a resident owes today. Who pays and how much are decided here, never by the
 * client. The order number comes from a key the client keeps, so however often this is called there is one order.
 */
import type { Outcome, RequestOf } from '../../shared/contracts/contract'
import { StartPayment } from '../../shared/contracts/startPayment'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { openOrder } from '../_orders/openOrder'
import { claimIdOf, holdingOrder, orderNumberFor, orderOf, type Order } from '../_orders/orderRecord'
import { takeOrder } from '../_orders/takeOrder'
import { assessResident } from '../_residents/assessResident'
import { callerIndex, memberOf } from '../_residents/family'
import { draftOrder } from './draftOrder'
import { whyNotHere } from './whyNotHere'

type Request = RequestOf<typeof StartPayment>
type Answer = Outcome<typeof StartPayment>

export const startPayment = useCase(StartPayment, async (request, ports) => {
  const member = await memberOf(ports, request.residentId)
  if (!member) return refuse('notFound')
  const orderNumber = orderNumberFor(ports, request.key)
  const requestIndex = requestIndexOf(ports, request)
  const standing = await orderOf(ports, orderNumber)
  if (standing)
    return standing.fields.requestIndex === requestIndex ? resume(ports, standing) : refuse('keyReused')

  const claimId = claimIdOf(ports.cipher, member.resident.idNumber, request.coverageYear)
  const held = await heldBy(ports, claimId)
  if (held) return held

  const policy = ports.policies.inForce(member.resident.region, request.coverageYear)
  if (!policy) return refuse('noPolicy')
  const { assessment } = await assessResident(ports, member.resident, policy, {
    otherCover: request.otherCover,
  })
  const stop = whyNotHere(assessment)
  if (stop) return stop
  const draft = draftOrder(ports, { member, policy, assessment, requestIndex, claimId })
  if (draft.fen !== request.expectFen || policy.hash !== request.tableHash)
    return refuse('priceChanged', { fen: draft.fen })

  const taken = await takeOrder(ports, orderNumber, draft)
  if (taken.kind === 'keyReused') return refuse('keyReused')
  if (taken.kind === 'held') return (await heldBy(ports, claimId)) ?? refuse('paymentsDown')
  return taken.order.fields.state === 'created' ? open(ports, taken.order) : resume(ports, taken.order)
})

/** Everything that makes two requests with one key the same request. */
const requestIndexOf = (
  ports: Ports,
  { residentId, coverageYear, expectFen, tableHash, otherCover }: Request,
) => ports.cipher.index('order', JSON.stringify([residentId, coverageYear, expectFen, tableHash, otherCover]))

/** Stops where another order holds this person and year, after bringing that order up to date. */
async function heldBy(ports: Ports, claimId: string): Promise<Answer | undefined> {
  const holding = await holdingOrder(ports, claimId)
  const order = holding && (await bringUpToDate(ports, holding))
  if (!order || order.fields.state === 'closed' || order.fields.state === 'late') return undefined
  const own = order.fields.callerIndex === callerIndex(ports)
  if (order.fields.state === 'paid')
    return own
      ? done({ kind: 'alreadyPaid', orderNumber: order.id })
      : refuse('mayNotEnroll', { reasons: ['alreadyEnrolled'] })
  return own ? refuse('orderExists', { orderNumber: order.id }) : refuse('orderExists')
}

/** Takes up an order that stands already, as far as WeChat's word has brought it. */
async function resume(ports: Ports, standing: Order): Promise<Answer> {
  const order = await bringUpToDate(ports, standing)
  switch (order.fields.state) {
    case 'paid':
      return done({ kind: 'alreadyPaid', orderNumber: order.id })
    case 'closed':
    case 'late':
      return refuse('orderClosed')
    case 'closing':
      return refuse('paymentsDown')
    case 'created':
    case 'prepaid':
      return open(ports, order)
  }
}

/** The same number always asks WeChat for the same payment. */
async function open(ports: Ports, order: Order): Promise<Answer> {
  const opened = await openOrder(ports, order, titleOf(ports, order))
  switch (opened.kind) {
    case 'opened':
      return done({
        kind: 'wechat',
        orderNumber: order.id,
        fen: order.fields.fen,
        invocation: opened.invocation,
      })
    case 'paid':
      return done({ kind: 'alreadyPaid', orderNumber: order.id })
    case 'closed':
      return refuse('orderClosed')
    case 'unknown':
      return refuse('paymentsDown')
  }
}

/** What WeChat shows the payer: the place and the coverage year, nobody's name. */
const titleOf = ({ policies }: Ports, { fields: { region, coverageYear } }: Order): string =>
  `${policies.inForce(region, coverageYear)?.table.place.name ?? ''}城乡居民医保${coverageYear}年度`
