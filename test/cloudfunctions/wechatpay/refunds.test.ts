import type { RefundRequest } from '../../../cloudfunctions/_ports/payments'
import { makeSigner, privatePem } from '../../../cloudfunctions/_local/wechatpay/simulatorKeys'
import { opened, paid, refundRequest, request, startSimulator, type Running } from './startSimulator'

let running: Running
let clock: Date

beforeAll(async () => {
  running = await startSimulator({ now: () => clock, refundDelayMs: 'byHand' })
})
beforeEach(() => {
  clock = new Date()
  running.waits.length = 0
  running.received.length = 0
})
afterAll(() => running.stop())

const simulated = (refundNumber: string) =>
  running.simulator.refunds().filter((refund) => refund.refundNumber === refundNumber)

async function accepted(wanted: RefundRequest) {
  const answer = await running.payments.refund(wanted)
  if (answer.kind !== 'accepted')
    throw new Error(`expected an accepted refund, got ${JSON.stringify(answer)}`)
  return answer.refund
}

async function queried(refundNumber: string) {
  const state = await running.payments.queryRefund(refundNumber)
  if (state.kind !== 'known') throw new Error(`expected a known refund, got ${state.kind}`)
  return state.refund
}

describe('a refund from end to end', () => {
  it('is accepted, arrives, is told by callback and found by query, with the same sums', async () => {
    const { payments, simulator, received } = running
    await paid(running, 'back-0001')
    const order = await payments.query('back-0001')
    if (order.kind !== 'paid') throw new Error(order.kind)
    expect(await accepted(refundRequest('back-0001-1', 'back-0001'))).toEqual({
      refundNumber: 'back-0001-1',
      orderNumber: 'back-0001',
      transactionId: order.payment.transactionId,
      wechatRefundId: simulated('back-0001-1')[0]?.refundId,
      fen: 13000,
      paidFen: 13000,
      merchantId: running.config.merchantId,
      status: 'processing',
      succeededAt: null,
    })

    await simulator.endRefund('back-0001-1', 'SUCCESS')
    await simulator.settled()
    const read = payments.readNotification(received[0]!, clock.toISOString())
    if (read.kind !== 'refund') throw new Error(read.kind)
    expect(read.refund).toEqual(await queried('back-0001-1'))
    expect(read.refund).toMatchObject({
      status: 'succeeded',
      succeededAt: `${clock.toISOString().slice(0, 19)}.000Z`,
    })
    expect(simulated('back-0001-1')[0]?.notice?.state).toBe('delivered')
  })

  it.each([
    ['ABNORMAL', 'abnormal'],
    ['CLOSED', 'closed'],
  ] as const)('that ends %s is told and found so, at no time', async (end, status) => {
    const refundNumber = `back-${status}`
    await paid(running, `paid-${status}`)
    await accepted(refundRequest(refundNumber, `paid-${status}`))
    await running.simulator.endRefund(refundNumber, end)
    await running.simulator.settled()
    const read = running.payments.readNotification(running.received[0]!, clock.toISOString())
    expect(read).toMatchObject({ kind: 'refund', refund: { status, succeededAt: null } })
    expect(await queried(refundNumber)).toMatchObject({ status, succeededAt: null })
  })

  it('that WeChat does not tell about is still found', async () => {
    await paid(running, 'back-0002')
    await accepted(refundRequest('back-0002-1', 'back-0002'))
    await running.simulator.endRefund('back-0002-1', 'SUCCESS', false)
    await running.simulator.settled()
    expect(running.received).toHaveLength(0)
    expect((await queried('back-0002-1')).status).toBe('succeeded')
  })

  it('leaves the order paid: whoever never heard of the payment still records it', async () => {
    await paid(running, 'back-0003')
    const before = await running.payments.query('back-0003')
    expect(before.kind).toBe('paid')
    await accepted(refundRequest('back-0003-1', 'back-0003', { fen: 1 }))
    expect(await running.payments.query('back-0003')).toEqual(before)
    expect(await running.payments.open(request('back-0003'))).toEqual({ kind: 'alreadyPaid' })
    expect(await running.payments.close('back-0003')).toBe('paid')
  })
})

describe('one number, one refund', () => {
  it('gives the same refund to the same request', async () => {
    await paid(running, 'same-0001')
    const first = await accepted(refundRequest('same-0001-1', 'same-0001'))
    expect(await accepted(refundRequest('same-0001-1', 'same-0001'))).toEqual(first)
    await running.simulator.endRefund('same-0001-1', 'SUCCESS')
    expect(await accepted(refundRequest('same-0001-1', 'same-0001'))).toMatchObject({
      wechatRefundId: first.wechatRefundId,
      status: 'succeeded',
    })
  })

  it('is refused with another sum', async () => {
    await paid(running, 'same-0002')
    await accepted(refundRequest('same-0002-1', 'same-0002', { fen: 5000 }))
    expect(await running.payments.refund(refundRequest('same-0002-1', 'same-0002', { fen: 5001 }))).toEqual({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  it('never returns more than was paid, however many refunds ask for it at once', async () => {
    await paid(running, 'same-0003')
    const wanted = Array.from({ length: 6 }, (_, n) =>
      refundRequest(`same-0003-${n}`, 'same-0003', { fen: 5000 }),
    )
    const answers = await Promise.all(wanted.map((each) => running.payments.refund(each)))
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(2)
    expect(
      await running.payments.refund(refundRequest('same-0003-r', 'same-0003', { fen: 3000 })),
    ).toMatchObject({ kind: 'accepted' })
    expect(await running.payments.refund(refundRequest('same-0003-s', 'same-0003', { fen: 1 }))).toEqual({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  it('gives the sum of a closed refund free again, but not of an abnormal one', async () => {
    await paid(running, 'same-0004')
    await accepted(refundRequest('same-0004-1', 'same-0004'))
    await running.simulator.endRefund('same-0004-1', 'CLOSED')
    await accepted(refundRequest('same-0004-2', 'same-0004'))
    await running.simulator.endRefund('same-0004-2', 'ABNORMAL')
    expect((await running.payments.refund(refundRequest('same-0004-3', 'same-0004'))).kind).toBe('refused')
  })
})

describe('refused for good', () => {
  it('for an order WeChat does not know', async () => {
    expect(await running.payments.refund(refundRequest('wrong-001-1', 'wrong-001'))).toEqual({
      kind: 'refused',
      code: 'RESOURCE_NOT_EXISTS',
    })
  })

  it('for an order nobody paid', async () => {
    await opened(running.payments, request('wrong-002'))
    expect(await running.payments.refund(refundRequest('wrong-002-1', 'wrong-002'))).toEqual({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  it('for an order of another sum', async () => {
    await paid(running, 'wrong-003')
    const answer = await running.payments.refund(
      refundRequest('wrong-003-1', 'wrong-003', { paidFen: 26000 }),
    )
    expect(answer).toEqual({ kind: 'refused', code: 'INVALID_REQUEST' })
  })
})

it('finds a number absent that WeChat never had', async () => {
  expect(await running.payments.queryRefund('absent-01')).toEqual({ kind: 'absent' })
})

describe('when WeChat does not answer properly', () => {
  it('is unknown after a lost reply, and the same number then gives the refund WeChat already made', async () => {
    await paid(running, 'lost-0001')
    const wanted = refundRequest('lost-0001-1', 'lost-0001')
    running.simulator.faults.plan('loseReply')
    const hasty = running.adapter({ attemptMs: 1000, pausesMs: [] })
    expect(await hasty.refund(wanted)).toEqual({ kind: 'unknown' })
    expect((await accepted(wanted)).wechatRefundId).toBe(simulated('lost-0001-1')[0]?.refundId)
    expect(simulated('lost-0001-1')).toHaveLength(1)
  })

  it.each(['systemError', 'frequencyLimited'] as const)('retries after %s and succeeds', async (fault) => {
    await paid(running, `busy-${fault}`)
    running.simulator.faults.plan(fault, fault)
    await accepted(refundRequest(`back-${fault}`, `busy-${fault}`))
    expect(running.waits).toEqual([150, 450])
  })

  it('is unknown without a retry while WeChat has no money at hand, and the same number works later', async () => {
    await paid(running, 'empty-001')
    running.simulator.faults.plan('notEnough')
    const wanted = refundRequest('empty-001-1', 'empty-001')
    expect(await running.payments.refund(wanted)).toEqual({ kind: 'unknown' })
    expect(running.waits).toEqual([])
    await accepted(wanted)
  })

  it('does not take a signed word about another refund for an answer', async () => {
    await paid(running, 'other-001')
    running.simulator.faults.plan('otherOrder')
    expect(await running.payments.refund(refundRequest('other-001-1', 'other-001'))).toEqual({
      kind: 'unknown',
    })
    running.simulator.faults.plan('otherOrder')
    expect(await running.payments.queryRefund('other-001-1')).toEqual({ kind: 'unknown' })
  })

  it.each(['strangerSigns', 'unsigned', 'staleSignature'] as const)(
    'believes no acceptance, refusal, state or absence: %s',
    async (fault) => {
      await paid(running, `trust-${fault}`)
      const wanted = refundRequest(`back-${fault}`, `trust-${fault}`)
      running.simulator.faults.plan(fault, fault, fault, fault)
      expect(await running.payments.refund(wanted)).toEqual({ kind: 'unknown' })
      expect(await running.payments.refund({ ...wanted, fen: 1 })).toEqual({ kind: 'unknown' })
      expect(await running.payments.queryRefund(wanted.refundNumber)).toEqual({ kind: 'unknown' })
      expect(await running.payments.queryRefund('absent-02')).toEqual({ kind: 'unknown' })
    },
  )

  it('gives no refund up because our own signature was refused, which nobody signs', async () => {
    const payments = running.adapter({}, { merchantPrivateKey: privatePem(makeSigner('stranger')) })
    expect(await payments.refund(refundRequest('merchant1-1', 'merchant1'))).toEqual({ kind: 'unknown' })
  })

  it('is unknown when nobody listens', async () => {
    const payments = running.adapter({}, { baseUrl: 'http://127.0.0.1:9/' })
    expect(await payments.refund(refundRequest('nobody-01-1', 'nobody-01'))).toEqual({ kind: 'unknown' })
    expect(await payments.queryRefund('nobody-01-1')).toEqual({ kind: 'unknown' })
  })
})

describe('refunds nobody can ask for', () => {
  const broken: [string, Partial<RefundRequest>][] = [
    ['no sum', { fen: 0 }],
    ['a negative sum', { fen: -1 }],
    ['half a fen', { fen: 0.5 }],
    ['a sum that is not a number', { fen: Number.NaN }],
    ['more than was paid', { fen: 13001 }],
    ['no reason', { reason: '' }],
    ['a reason WeChat has no room for', { reason: '退'.repeat(81) }],
    ['a number that changes the path', { refundNumber: '../../x?y' }],
    ['an order that changes the path', { orderNumber: '../../x?y' }],
  ]
  it.each(broken)('%s is a bug and throws before anything is sent', async (_, change) => {
    const before = running.simulator.refunds().length
    const wanted = refundRequest('broken-01-1', 'broken-01', change)
    await expect(running.payments.refund(wanted)).rejects.toThrow(RangeError)
    expect(running.simulator.refunds()).toHaveLength(before)
  })

  it('nor ask about', async () => {
    await expect(running.payments.queryRefund('../x')).rejects.toThrow(RangeError)
  })
})
