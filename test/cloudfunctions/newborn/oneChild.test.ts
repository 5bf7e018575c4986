/** Whatever guardians do in whatever order, also at once: a child and year have at most one payment that was not given back. */
import fc from 'fast-check'
import { followRefunds } from '../../../cloudfunctions/jobs/followRefunds'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { CancelPayment } from '../../../shared/contracts/cancelPayment'
import { GiveIdNumber } from '../../../shared/contracts/giveIdNumber'
import { Identify } from '../../../shared/contracts/identify'
import type { NewbornSaid } from '../../../shared/contracts/registerNewborn'
import { RequestRefund } from '../../../shared/contracts/requestRefund'
import type { World } from '../world/startWorld'
import { guardian, newChild, startNursery } from './nursery'

type Guardian = Awaited<ReturnType<typeof guardian>>

let world: World
let parents: [Guardian, Guardian]
let tax: Awaited<ReturnType<World['staff']>>
let bureau: Awaited<ReturnType<World['staff']>>

beforeAll(async () => {
  world = await startNursery()
  const often = { atMost: 1_000_000, minutes: 60 }
  const limits = {
    missesPerCaller: often,
    missesPerIdNumber: often,
    missesInAll: often,
    ordersPerCaller: often,
    newbornsPerCaller: often,
    proofsPerCaller: often,
    proofsPerPerson: often,
    checksPerSource: often,
    complaintsPerCaller: often,
    staffMisses: often,
    schoolLists: often,
  }
  world.service.settings = { ...world.service.settings, limits }
  parents = [await guardian(world, 'o-mother'), await guardian(world, 'o-father')]
  ;[tax, bureau] = [await world.staff('tax'), await world.staff('bureau')]
})
afterAll(() => world.stop())

const by = fc.constantFrom(0 as const, 1 as const)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pay'), by, which: fc.nat({ max: 2 }) }) },
  fc.record({ do: fc.constantFrom('certificate', 'mistyped', 'idNumber', 'roster'), by }),
  fc.record({
    do: fc.constantFrom('pay', 'giveIdNumber', 'cancel', 'refund'),
    by,
    which: fc.nat({ max: 2 }),
  }),
  fc.record({ do: fc.constant('confirm'), which: fc.nat({ max: 3 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One child, and what has come of it so far. */
function family() {
  const child = newChild()
  const known = new Set<string>()
  const orders: { orderNumber: string; prepayId: string; by: 0 | 1; residentId: string }[] = []
  const numbers: Record<string, NewbornSaid['number']> = {
    certificate: child.said.number,
    mistyped: { kind: 'birthCertificate', text: child.mistyped },
    idNumber: { kind: 'idNumber', text: child.idNumber },
  }
  const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % Math.max(1, all.length)]

  async function act(one: Step): Promise<void> {
    if (one.do === 'confirm') {
      const order = pick(orders, one.which)
      if (order) await world.simulator.decide(order.prepayId, 'confirm').catch(() => undefined)
      return world.simulator.settled()
    }
    if (!('by' in one)) return
    const parent = parents[one.by]
    if (!('which' in one)) return one.do === 'roster' ? roster(parent) : register(parent, numbers[one.do])
    const residentId = pick([...known], one.which)
    const order = pick(orders, one.which)
    if (one.do === 'pay' && residentId) return pay(one.by, residentId)
    if (one.do === 'giveIdNumber' && residentId)
      return void (await parent.ask(GiveIdNumber, { residentId, idNumber: child.idNumber }))
    if (one.do === 'cancel' && order)
      return void (await parents[order.by].ask(CancelPayment, { orderNumber: order.orderNumber }))
    if (one.do === 'refund' && order) return refund(order)
  }

  async function register(parent: Guardian, number: NewbornSaid['number'] | undefined): Promise<void> {
    const outcome = await parent.register({ ...child.said, ...(number && { number }) })
    if (outcome.kind === 'done') known.add(outcome.reply.member.residentId)
  }

  async function roster(parent: Guardian): Promise<void> {
    const { name } = child.said
    const { idNumber } = child
    const asked = { region: 'lakeside', name, idNumber }
    const said = { ...asked, relation: 'child', consent: 'person-1', guardianConsent: 'guardian-1' } as const
    const found = await parent.ask(Identify, said)
    if (found.kind === 'done') return void known.add(found.reply.member.residentId)
    await world.addPerson({ ...asked, lastCovered: 'never' }).catch(() => undefined)
    const again = await parent.ask(Identify, said)
    if (again.kind === 'done') known.add(again.reply.member.residentId)
  }

  async function pay(who: 0 | 1, residentId: string): Promise<void> {
    const outcome = await parents[who].pay(residentId)
    if (outcome.kind !== 'done' || !('kind' in outcome.reply) || outcome.reply.kind !== 'wechat') return
    const { orderNumber, invocation } = outcome.reply
    const prepayId = invocation.package.replace('prepay_id=', '')
    orders.push({ orderNumber, prepayId, by: who, residentId })
  }

  async function refund({ orderNumber, by: who, residentId }: (typeof orders)[number]): Promise<void> {
    const asked = await parents[who].ask(RequestRefund, { orderNumber, residentId, reason: 'moved' })
    if (asked.kind !== 'done') return
    const stored = await world.store.get<OrderFields>('orders', orderNumber)
    const refundNumber = stored?.fields.lines[0]?.refundNumber ?? ''
    await tax(AcceptRefund, { refundNumber })
    await bureau(ApproveRefund, { refundNumber, way: 'wechat' })
    await followRefunds(world.service)
    await world.simulator.settled()
  }

  /** Paid, and neither back nor on its way back. */
  async function unrefunded(): Promise<string[]> {
    const stored = await Promise.all(
      orders.map(({ orderNumber }) => world.store.get<OrderFields>('orders', orderNumber)),
    )
    return stored.flatMap((order) =>
      (order?.fields.lines ?? [])
        .filter((line) => order?.fields.transactionId && line.refundNumber === null)
        .map((line) => line.residentId),
    )
  }

  return { act, unrefunded, orders }
}

let paidAtAll = 0
let gaveNumber = 0

test('at most one unrefunded payment', async () => {
  const steps = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 16 })
  await fc.assert(
    fc.asyncProperty(steps, async (rounds) => {
      const { act, unrefunded } = family()
      for (const round of rounds) {
        // The steps of a round happen at once.
        await Promise.all(round.map(act))
        const standing = await unrefunded()
        expect(standing.length).toBeLessThanOrEqual(1)
        paidAtAll += standing.length
        gaveNumber += round.filter((one) => one.do === 'giveIdNumber').length
      }
    }),
    { numRuns: 25 },
  )
  // The steps do get somewhere.
  expect(paidAtAll).toBeGreaterThan(5)
  expect(gaveNumber).toBeGreaterThan(5)
})
