/**
 * 去缴费: opens one payment for what one or several people owe today. Who pays and how much are decided here, never by the
 * client. The order number comes from a key the client keeps, so however often this is called there is one order.
 */
import type { Outcome, RequestOf } from '../../shared/contracts/contract'
import { StartPayment } from '../../shared/contracts/startPayment'
import { standingAt } from '../_ports/clock'
import { mayStartOrder } from '../_limits/mayStartOrder'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { refuse, useCase } from '../_ports/useCase'
import { claimIdOf, orderNumberFor, orderOf } from '../_orders/orderRecord'
import { takeOrder } from '../_orders/takeOrder'
import { assessResident } from '../_residents/assessResident'
import { memberOf, type FamilyMember } from '../_residents/family'
import { draftOrder, dueOf, type Payee } from './draftOrder'
import { handOut, takeUp } from './handOut'
import { payableUntil } from './payableUntil'
import { whoHolds } from './whoHolds'
import { whyNotFor } from './whyNotHere'

type Request = RequestOf<typeof StartPayment>
type Answer = Outcome<typeof StartPayment>

export const startPayment = useCase(StartPayment, async (request, ports) => {
  const members = await membersOf(ports, request)
  if (!members) return refuse('notFound')
  const orderNumber = orderNumberFor(ports, request.key)
  const requestIndex = requestIndexOf(ports, request)
  const standing = await orderOf(ports, orderNumber)
  if (standing)
    return standing.fields.requestIndex === requestIndex ? takeUp(ports, standing) : refuse('keyReused')

  const region = members[0]?.resident.region ?? ''
  if (members.some(({ resident }) => resident.region !== region)) return refuse('severalPlaces')
  const held = await heldBy(ports, members, request.coverageYear)
  if (held) return held
  const policy = ports.policies.inForce(region, request.coverageYear)
  if (!policy) return refuse('noPolicy')
  // However long the reading takes: the sum and how long it may be paid are decided for one and the same day.
  const still: Ports = { ...ports, clock: standingAt(ports.clock.now()) }
  const payees = await payeesOf(still, members, policy, request)
  if (!Array.isArray(payees)) return payees
  const expiresAt = await payableUntil(still, payees, policy, request)
  if (expiresAt === undefined) return refuse('dayEnding')

  if (!(await mayStartOrder(ports))) return refuse('tooMany')

  const draft = draftOrder(still, payees, policy, { requestIndex, expiresAt })
  const taken = await takeOrder(ports, orderNumber, draft)
  if (taken.kind === 'keyReused') return refuse('keyReused')
  if (taken.kind === 'nobodys') return refuse('notFound')
  if (taken.kind === 'heldAsChild') return refuse('mayNotEnroll', { reasons: ['alreadyEnrolled'] })
  if (taken.kind === 'held')
    return (await heldBy(ports, members, request.coverageYear)) ?? refuse('paymentsDown')
  return taken.order.fields.state === 'created' ? handOut(ports, taken.order) : takeUp(ports, taken.order)
})

/** Everybody asked for, if all are of the caller's family. */
async function membersOf(ports: Ports, { people }: Request): Promise<FamilyMember[] | undefined> {
  const named = await Promise.all(people.map(({ residentId }) => memberOf(ports, residentId)))
  const members = named.filter((member) => member !== undefined)
  return members.length === people.length ? members : undefined
}

/** Everything that makes two requests with one key the same request; the order in which the people are named does not. */
const requestIndexOf = (ports: Ports, { people, coverageYear, tableHash, otherCover }: Request) =>
  ports.cipher.index(
    'order',
    JSON.stringify([
      people.map(({ residentId, expectFen }) => [residentId, expectFen]).sort(),
      coverageYear,
      tableHash,
      otherCover,
    ]),
  )

/** Stops where somebody is held by another order, or enrolled by a roster. */
async function heldBy(
  ports: Ports,
  members: readonly FamilyMember[],
  coverageYear: number,
): Promise<Answer | undefined> {
  const asked = members.map(({ resident }) => claimIdOf(ports.cipher, resident.idNumber, coverageYear))
  for (const member of members) {
    const held = await whoHolds(ports, member, coverageYear, asked)
    if (held) return held
  }
  return undefined
}

/** What each of them owes today; a refusal where one of them cannot be paid for here, or owes another sum than was shown. */
async function payeesOf(
  ports: Ports,
  members: readonly FamilyMember[],
  policy: PolicyInForce,
  { people, tableHash, otherCover }: Request,
): Promise<Payee[] | Answer> {
  const payees: Payee[] = []
  for (const [index, member] of members.entries()) {
    const { resident } = member
    const { assessment } = await assessResident(ports, resident, policy, { otherCover })
    const stop = whyNotFor(member, assessment)
    if (stop) return refuse(stop.refusal, { ...stop.details, residentId: resident.id })
    const fen = dueOf(assessment)
    if (fen !== people[index]?.expectFen || policy.hash !== tableHash)
      return refuse('priceChanged', { fen, residentId: resident.id })
    payees.push({ resident, assessment })
  }
  return payees
}
