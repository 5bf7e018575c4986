/** Whatever anybody does in whatever order: refunds stay within what was paid, and three people are three. */
import fc from 'fast-check'
import { followRefunds } from '../../../cloudfunctions/jobs/followRefunds'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { RefundFields } from '../../../cloudfunctions/_refunds/refundRecord'
import { AcceptRefund } from '../../../shared/contracts/acceptRefund'
import { ApproveRefund } from '../../../shared/contracts/approveRefund'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import { refundReason } from '../../../shared/contracts/refund'
import { RejectRefund } from '../../../shared/contracts/rejectRefund'
import { RequestRefund } from '../../../shared/contracts/requestRefund'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import { newKey, opened, payer } from '../world/payer'
import { all, balances, orderNow } from '../world/refunds'
import { startWorld, type World } from '../world/startWorld'

let world: World
let crew: Record<(typeof officers)[number], Awaited<ReturnType<World['staff']>>>
let families = 0

const officers = ['tax', 'taxToo', 'bureau', 'bureauToo', 'finance', 'financeToo', 'payerAtTax'] as const

beforeAll(async () => {
  world = await startWorld(undefined, { refundDelayMs: 'byHand' })
  const [tax, taxToo, bureau, bureauToo, finance, financeToo, payerAtTax] = await Promise.all([
    world.staff('tax'),
    world.staff('tax'),
    world.staff('bureau'),
    world.staff('bureau'),
    world.staff('finance'),
    world.staff('finance'),
    world.staff('tax', { openId: 'o-payer' }),
  ])
  crew = { tax, taxToo, bureau, bureauToo, finance, financeToo, payerAtTax }
})
afterAll(() => world.stop())

const line = fc.nat({ max: 1 })
const who = fc.constantFrom(...officers)
const way = fc.constantFrom('wechat', 'transfer')
const action = fc.oneof(
  // What would come next, so that many refunds get somewhere; the rest is what anybody might do.
  { weight: 8, arbitrary: fc.record({ do: fc.constant('next'), line, way, colleague: fc.boolean() }) },
  fc.record({
    do: fc.constant('request'),
    line,
    reason: fc.constantFrom(...refundReason.options),
    stranger: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('accept', 'reject', 'transfer', 'confirm'), line, who }),
  fc.record({ do: fc.constant('approve'), line, who, way }),
  fc.record({ do: fc.constantFrom('job', 'jobTwice', 'jobUnanswered') }),
  fc.record({
    do: fc.constant('end'),
    line,
    end: fc.constantFrom('SUCCESS', 'ABNORMAL', 'CLOSED'),
    tells: fc.boolean(),
  }),
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

/** Two people of one order, paid. */
async function familyPaid() {
  families += 1
  const first = await payer(world, 'o-payer', { region: 'lakeside' }, 'parent')
  const second = await payer(world, 'o-payer', { region: 'lakeside' }, 'parent')
  const people = [first, second].flatMap(({ request }) => request.people)
  const { orderNumber, prepayId } = opened(await first.start({ people, key: newKey() }))
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  return { orderNumber, people: people.map(({ residentId }) => residentId) }
}

type Family = Awaited<ReturnType<typeof familyPaid>>

const refundsOf = async (orderNumber: string) =>
  (await all<RefundFields>(world, 'refunds', 'requestedAt')).filter(
    ({ fields }) => fields.orderNumber === orderNumber,
  )

async function act(family: Family, one: Action): Promise<unknown> {
  const { orderNumber, people } = family
  if (one.do === 'job') return followRefunds(world.service)
  if (one.do === 'jobTwice') return Promise.all([followRefunds(world.service), followRefunds(world.service)])
  if (one.do === 'jobUnanswered') {
    world.breakPayments({ refund: async () => ({ kind: 'unknown' }) })
    await followRefunds(world.service)
    return world.mendPayments()
  }
  if ('reason' in one) {
    const residentId = people[one.line] ?? ''
    const ask = world.as(one.stranger ? 'o-stranger' : 'o-payer')
    return ask(RequestRefund, { orderNumber, residentId, reason: one.reason })
  }
  if (!('line' in one)) return undefined
  const mine = (await refundsOf(orderNumber)).filter(({ fields }) => fields.lines.includes(one.line))
  const refundNumber = mine.at(-1)?.id ?? `${orderNumber}-0-9`
  if ('end' in one) {
    if (
      world.simulator
        .refunds()
        .some((sent) => sent.refundNumber === refundNumber && sent.state === 'PROCESSING')
    )
      await world.simulator.endRefund(refundNumber, one.end, one.tells)
    return world.simulator.settled()
  }
  if (one.do === 'next' && 'colleague' in one)
    return next(family, one, mine.at(-1)?.fields.state, refundNumber)
  if (!('who' in one)) return undefined
  const ask = crew[one.who]
  if ('way' in one) return ask(ApproveRefund, { refundNumber, way: one.way })
  switch (one.do) {
    case 'accept':
      return ask(AcceptRefund, { refundNumber })
    case 'reject':
      return ask(RejectRefund, { refundNumber, rejection: 'other' })
    case 'transfer':
      return ask(TransferRefund, { refundNumber, voucher: 'PZ-0001' })
    default:
      return ask(ConfirmTransfer, { refundNumber })
  }
}

/** The step that this refund waits for, by one of two people who could do it. */
async function next(
  { orderNumber, people }: Family,
  one: { line: number; way: string; colleague: boolean },
  state: RefundFields['state'] | undefined,
  refundNumber: string,
): Promise<unknown> {
  const by = (first: keyof typeof crew, second: keyof typeof crew) => crew[one.colleague ? second : first]
  switch (state) {
    case undefined:
    case 'rejected':
      return world.as('o-payer')(RequestRefund, {
        orderNumber,
        residentId: people[one.line] ?? '',
        reason: 'moved',
      })
    case 'requested':
      return by('tax', 'taxToo')(AcceptRefund, { refundNumber })
    case 'taxAccepted':
      return by('bureau', 'bureauToo')(ApproveRefund, { refundNumber, way: one.way as 'wechat' })
    case 'transferred':
      return by('finance', 'financeToo')(ConfirmTransfer, { refundNumber })
    case 'processing':
      return world.simulator
        .endRefund(refundNumber, one.colleague ? 'SUCCESS' : 'ABNORMAL')
        .catch(() => undefined)
    default:
      await by('finance', 'financeToo')(TransferRefund, { refundNumber, voucher: 'PZ-0001' })
      return followRefunds(world.service)
  }
}

async function holds(orderNumber: string): Promise<void> {
  const order = await orderNow(world, orderNumber)
  const refunds = await refundsOf(orderNumber)
  const sum = (states: (state: RefundFields['state']) => boolean) =>
    refunds.reduce((total, { fields }) => total + (states(fields.state) ? fields.fen : 0), 0)
  expect(order.refundedFen).toBeLessThanOrEqual(order.reservedFen)
  expect(order.reservedFen).toBeLessThanOrEqual(order.fen)
  expect(order.refundedFen).toBe(sum((state) => state === 'succeeded' || state === 'confirmed'))
  expect(order.reservedFen).toBe(sum((state) => state !== 'rejected'))
  for (const [index, { refundNumber, refundedAt }] of order.lines.entries()) {
    const standing = refunds.filter(
      ({ fields }) => fields.lines.includes(index) && fields.state !== 'rejected',
    )
    expect(standing.map(({ id }) => id)).toEqual(refundNumber === null ? [] : [refundNumber])
    expect(refundedAt).toBe(standing[0]?.fields.arrivedAt ?? null)
  }
  for (const { fields } of refunds) {
    const { requestedBy, acceptedBy, decidedBy, transferredBy, confirmedBy } = fields
    const actors = [requestedBy, acceptedBy, decidedBy, transferredBy, confirmedBy].filter(
      (by) => by !== null,
    )
    expect(new Set(actors).size).toBe(actors.length)
  }
}

test('any sequence of steps by anybody keeps refunded ≤ reserved ≤ paid, and the ledger at zero', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 24 }), async (actions) => {
      const family = await familyPaid()
      for (const one of actions) {
        await act(family, one)
        await holds(family.orderNumber)
      }
      const { suspense = 0 } = await balances(world)
      expect(suspense).toBe(0)
    }),
    { numRuns: 15 },
  )
  const orders = await all<OrderFields>(world, 'orders', 'createdAt')
  const arrived = orders.reduce((sum, { fields }) => sum + fields.refundedFen, 0)
  // What never gets anywhere proves nothing.
  expect(arrived).toBeGreaterThan(0)
  const { wechat = 0, contributions = 0, toReturn = 0, treasury = 0 } = await balances(world)
  expect(wechat - families * 80000 + treasury).toBe(-arrived)
  expect(-contributions - toReturn).toBe(families * 80000 - arrived)
})
