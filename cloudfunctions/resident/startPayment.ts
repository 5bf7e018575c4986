/**
 * 去缴费: opens one payment for what one or several people owe today. Who pays and how much are decided here, never by the
 * client. The order number comes from a key the client keeps, so however often this is called there is one order.
 */
import type { Outcome, RequestOf } from '../../shared/contracts/contract'
import { StartPayment } from '../../shared/contracts/startPayment'
import { standingAt } from '../_ports/clock'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { bringUpToDate } from '../_orders/bringUpToDate'
import { openOrder } from '../_orders/openOrder'
import { claimIdOf, orderNumberFor, orderOf, type Order } from '../_orders/orderRecord'
import { takeOrder } from '../_orders/takeOrder'
import { assessResident } from '../_residents/assessResident'
import { memberOf } from '../_residents/family'
import type { Resident } from '../_residents/residentRecord'
import { draftOrder, dueOf, type Payee } from './draftOrder'
import { payableUntil } from './payableUntil'
import { whoHolds } from './whoHolds'
import { whyNotHere } from './whyNotHere'

type Request = RequestOf<typeof StartPayment>
type Answer = Outcome<typeof StartPayment>

export const startPayment = useCase(StartPayment, async (request, ports) => {
  const residents = await residentsOf(ports, request)
  if (!residents) return refuse('notFound')
  const orderNumber = orderNumberFor(ports, request.key)
  const requestIndex = requestIndexOf(ports, request)
  const standing = await orderOf(ports, orderNumber)
  if (standing)
    return standing.fields.requestIndex === requestIndex ? resume(ports, standing) : refuse('keyReused')

  const [{ region } = { region: '' }] = residents
  if (residents.some((resident) => resident.region !== region)) return refuse('severalPlaces')
  const held = await heldBy(ports, residents, request.coverageYear)
  if (held) return held
  const policy = ports.policies.inForce(region, request.coverageYear)
  if (!policy) return refuse('noPolicy')
  // However long the reading takes: the sum and how long it may be paid are decided for one and the same day.
  const still: Ports = { ...ports, clock: standingAt(ports.clock.now()) }
  const payees = await payeesOf(still, residents, policy, request)
  if (!Array.isArray(payees)) return payees
  const expiresAt = await payableUntil(still, payees, policy, request)
  if (expiresAt === undefined) return refuse('dayEnding')

  const draft = draftOrder(still, payees, policy, { requestIndex, expiresAt })
  const taken = await takeOrder(ports, orderNumber, draft)
  if (taken.kind === 'keyReused') return refuse('keyReused')
  if (taken.kind === 'held')
    return (await heldBy(ports, residents, request.coverageYear)) ?? refuse('paymentsDown')
  return taken.order.fields.state === 'created' ? open(ports, taken.order) : resume(ports, taken.order)
})

/** Everybody asked for, if all are of the caller's family. */
async function residentsOf(ports: Ports, { people }: Request): Promise<Resident[] | undefined> {
  const members = await Promise.all(people.map(({ residentId }) => memberOf(ports, residentId)))
  const residents = members.flatMap((member) => (member ? [member.resident] : []))
  return residents.length === people.length ? residents : undefined
}

/** Everything that makes two requests with one key the same request. */
const requestIndexOf = (ports: Ports, { people, coverageYear, tableHash, otherCover }: Request) =>
  ports.cipher.index(
    'order',
    JSON.stringify([
      people.map(({ residentId, expectFen }) => [residentId, expectFen]),
      coverageYear,
      tableHash,
      otherCover,
    ]),
  )

/** Stops where somebody is held by another order, or enrolled by a roster. */
async function heldBy(
  ports: Ports,
  residents: readonly Resident[],
  coverageYear: number,
): Promise<Answer | undefined> {
  for (const resident of residents) {
    const claimId = claimIdOf(ports.cipher, resident.idNumber, coverageYear)
    const held = await whoHolds(ports, claimId, resident, residents.length)
    if (held) return held
  }
  return undefined
}

/** What each of them owes today; a refusal where one of them cannot be paid for here, or owes another sum than was shown. */
async function payeesOf(
  ports: Ports,
  residents: readonly Resident[],
  policy: PolicyInForce,
  { people, tableHash, otherCover }: Request,
): Promise<Payee[] | Answer> {
  const payees: Payee[] = []
  for (const [index, resident] of residents.entries()) {
    const { assessment } = await assessResident(ports, resident, policy, { otherCover })
    const stop = whyNotHere(assessment)
    if (stop) return refuse(stop.refusal, { ...stop.details, residentId: resident.id })
    const fen = dueOf(assessment)
    if (fen !== people[index]?.expectFen || policy.hash !== tableHash)
      return refuse('priceChanged', { fen, residentId: resident.id })
    payees.push({ resident, assessment })
  }
  return payees
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
