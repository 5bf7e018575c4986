/** 申请退费: who may ask for money back is the notice's word, and of two at once, one asks. */
import { CancelPayment } from '../../../shared/contracts/cancelPayment'
import { Identify } from '../../../shared/contracts/identify'
import { Receipt } from '../../../shared/contracts/receipt'
import { RequestRefund } from '../../../shared/contracts/requestRefund'
import { newKey, opened, payer } from '../world/payer'
import { all, orderNow, paid, paidTwice, refundNow } from '../world/refunds'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const refunds = () => all(world, 'refunds', 'requestedAt')

test('where the notice lets one apply, the sum of one person is reserved and waits for the tax office', async () => {
  const one = await paid(world, 'o-1')
  const { refund } = replyOf(await one.requestRefund('duplicate'))
  expect(refund).toMatchObject({ stage: 'requested', cause: 'application', fen: 40000, rejection: null })
  expect(await refundNow(world, refund.number)).toMatchObject({
    state: 'requested',
    desk: 'tax',
    reason: 'duplicate',
    way: null,
    lines: [0],
  })
  expect(await orderNow(world, one.orderNumber)).toMatchObject({ reservedFen: 40000, refundedFen: 0 })
  const receipt = replyOf(await one.ask(Receipt, { orderNumber: one.orderNumber }))
  expect(receipt.people[0]?.refund).toEqual(refund)
  expect(receipt.refunds.oncePaid).toMatchObject({ kind: 'application', unsaid: true })
  expect(receipt.refunds.onDuplicate).toMatchObject({ kind: 'application', unsaid: false })
})

test('a notice that tells how and not when lets one apply for any reason', async () => {
  for (const reason of ['employee', 'moved', 'deceased', 'other'] as const)
    expect((await (await paid(world, `o-${reason}`)).requestRefund(reason)).kind).toBe('done')
})

test('where the notice gives nothing back, nobody begins, and the clause is said', async () => {
  const one = await paid(world, 'o-1', { region: 'rivertown' })
  for (const reason of ['duplicate', 'moved'] as const)
    expect(await one.requestRefund(reason)).toEqual({
      kind: 'refused',
      refusal: 'noRefund',
      details: { clauses: ['rivertown-2031#七'] },
    })
  expect(await refunds()).toHaveLength(0)
  expect((await orderNow(world, one.orderNumber)).reservedFen).toBe(0)
})

test('where the notice is silent, whom to ask is said; a refusal of duplicates refuses only those', async () => {
  const one = await paid(world, 'o-1', { region: 'millside' })
  expect(await one.requestRefund('moved')).toEqual({
    kind: 'refused',
    refusal: 'refundUnstated',
    details: { ask: '河样县医保局', clauses: ['millside-2031#七'] },
  })
  expect(await one.requestRefund('duplicate')).toMatchObject({ refusal: 'noRefund' })
  expect(await refunds()).toHaveLength(0)
})

test('an order of somebody else, one that does not exist and a person not on it are equally absent', async () => {
  const one = await paid(world, 'o-1')
  const { orderNumber, residentId } = one
  const missing = { kind: 'refused', refusal: 'notFound' }
  const reason = 'other' as const
  const stranger = world.as('o-stranger')
  replyOf(await stranger(Identify, one.person))
  expect(await stranger(RequestRefund, { orderNumber, residentId, reason })).toEqual(missing)
  expect(await one.ask(RequestRefund, { orderNumber: 'NOSUCHORDER1', residentId, reason })).toEqual(missing)
  expect(await one.ask(RequestRefund, { orderNumber, residentId: 'somebody-else', reason })).toEqual(missing)
  expect(await refunds()).toHaveLength(0)
})

test('what was not paid is not given back', async () => {
  const one = await payer(world, 'o-1', { region: 'lakeside' })
  const { orderNumber } = opened(await one.start())
  const ask = () => one.ask(RequestRefund, { orderNumber, residentId: one.residentId, reason: 'other' })
  expect(await ask()).toEqual({ kind: 'refused', refusal: 'notPaid' })
  await one.ask(CancelPayment, { orderNumber })
  expect(await ask()).toEqual({ kind: 'refused', refusal: 'notPaid' })
})

test('thirty at once: one refund, and everybody learns its number', async () => {
  const one = await paid(world, 'o-1')
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => one.requestRefund()))
  const [standing, ...more] = await refunds()
  expect(more).toEqual([])
  expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  const refused = outcomes.filter(({ kind }) => kind === 'refused')
  expect(refused).toHaveLength(29)
  for (const outcome of refused)
    expect(outcome).toMatchObject({ refusal: 'refundExists', details: { refundNumber: standing?.id } })
  expect((await orderNow(world, one.orderNumber)).reservedFen).toBe(40000)
})

test('two people of one order ask for theirs, each a refund, never more than was paid', async () => {
  const ask = world.as('o-1')
  const first = await payer(world, 'o-1', { region: 'lakeside' })
  const dibao = { region: 'lakeside', identities: [{ code: 'ruralDibao/4', since: null }] }
  const second = await payer(world, 'o-1', dibao, 'spouse')
  const people = [first, second].flatMap(({ request }) => request.people)
  const { orderNumber, prepayId } = opened(await first.start({ people, key: newKey() }))
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  for (const { residentId } of people)
    replyOf(await ask(RequestRefund, { orderNumber, residentId, reason: 'moved' }))
  expect((await refunds()).map(({ fields }) => fields.fen)).toEqual([40000, 13000])
  expect(await orderNow(world, orderNumber)).toMatchObject({ fen: 53000, reservedFen: 53000 })
})

test('what goes back by our own fault cannot be applied for as well', async () => {
  const one = await paidTwice(world, 'o-1')
  const { orderNumber, residentId } = one
  expect(await one.ask(RequestRefund, { orderNumber, residentId, reason: 'duplicate' })).toEqual({
    kind: 'refused',
    refusal: 'refundExists',
    details: { refundNumber: one.refundNumber },
  })
  expect(await refunds()).toHaveLength(1)
})
