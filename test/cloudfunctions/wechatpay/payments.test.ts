import type { PaymentRequest } from '../../../cloudfunctions/_ports/payments'
import { makeSigner } from '../../../cloudfunctions/_local/wechatpay/simulatorKeys'
import { makeCertificate } from './makeCertificate'
import { opened, request, startSimulator, type Running } from './startSimulator'

let running: Running
let clock: Date

beforeAll(async () => {
  running = await startSimulator({ now: () => clock })
})
beforeEach(() => {
  clock = new Date()
  running.troubles.length = 0
  running.waits.length = 0
})
afterAll(() => running.stop())

describe('a payment from end to end', () => {
  it('is opened, confirmed by the payer, told by callback and found by query, with the same sum', async () => {
    const { payments, simulator, received } = running
    const answer = await payments.open(request('road-0001'))
    if (answer.kind !== 'opened') throw new Error(answer.kind)
    expect(await payments.query('road-0001')).toEqual({ kind: 'notPaid' })

    const decided = await post('/wechatpay/pay/decide', {
      prepayId: answer.prepayId,
      decision: 'confirm',
      invocation: answer.invocation,
    })
    expect(await decided.json()).toEqual({ result: 'ok' })
    await simulator.settled()

    const read = payments.readNotification(received[0]!, clock.toISOString())
    const state = await payments.query('road-0001')
    if (read.kind !== 'paid' || state.kind !== 'paid') throw new Error(`${read.kind} ${state.kind}`)
    expect(read.payment).toEqual(state.payment)
    expect(read.payment).toMatchObject({
      orderNumber: 'road-0001',
      fen: 13000,
      appId: running.config.appId,
      merchantId: running.config.merchantId,
      paidAt: `${clock.toISOString().slice(0, 19)}.000Z`,
    })
    expect(simulator.orders().find((order) => order.orderNumber === 'road-0001')?.notice?.state).toBe(
      'delivered',
    )
  })

  it('cannot be started by the phone when the invocation was signed for another prepay id', async () => {
    const first = await running.payments.open(request('road-0002'))
    const other = await opened(running.payments, request('road-0003'))
    if (first.kind !== 'opened') throw new Error(first.kind)
    const forged = { ...first.invocation, package: `prepay_id=${other}` }
    const reply = await post('/wechatpay/pay/decide', {
      prepayId: other,
      decision: 'confirm',
      invocation: forged,
    })
    expect([reply.status, await reply.json()]).toEqual([400, { refused: 'invocation' }])
  })

  it('believes a platform certificate as it believes a bare public key', async () => {
    const { serial, privateKey } = running.simulator.keys.platform
    const platformKeys = { [serial]: makeCertificate(privateKey) }
    expect((await running.adapter({}, { platformKeys }).open(request('road-0004'))).kind).toBe('opened')
    const others = { [serial]: makeCertificate(makeSigner('stranger').privateKey) }
    const distrustful = running.adapter({}, { platformKeys: others })
    expect(await distrustful.open(request('road-0004'))).toEqual({ kind: 'unknown' })
  })
})

describe('one number, one order', () => {
  it('gives the same prepay id to the same request', async () => {
    const same = request('same-0001')
    expect(await opened(running.payments, same)).toBe(await opened(running.payments, same))
  })

  it('is refused with another sum', async () => {
    const first = request('same-0002')
    await opened(running.payments, first)
    expect(await running.payments.open({ ...first, fen: 13001 })).toEqual({
      kind: 'refused',
      code: 'INVALID_REQUEST',
    })
  })

  it('says alreadyPaid once it is paid, and takes no second payment', async () => {
    const wanted = request('same-0003')
    const prepayId = await opened(running.payments, wanted)
    await running.simulator.decide(prepayId, 'confirmWithoutCallback')
    expect(await running.payments.open(wanted)).toEqual({ kind: 'alreadyPaid' })
    expect(await running.simulator.decide(prepayId, 'confirm')).toEqual({ kind: 'refused', reason: 'paid' })
  })

  it('takes no payment after its time, though WeChat still calls it unpaid', async () => {
    const wanted = request('same-0004')
    const prepayId = await opened(running.payments, wanted)
    clock = new Date(Date.parse(wanted.expiresAt) + 1)
    expect(await running.simulator.decide(prepayId, 'confirm')).toEqual({
      kind: 'refused',
      reason: 'expired',
    })
    expect(await running.payments.open(wanted)).toMatchObject({ kind: 'refused' })
    expect(await running.payments.query('same-0004')).toEqual({ kind: 'notPaid' })
  })
})

describe('closing', () => {
  it('closes an open order, twice without harm, and refuses to open it again', async () => {
    const wanted = request('close-001')
    const prepayId = await opened(running.payments, wanted)
    expect(await running.payments.close('close-001')).toBe('closed')
    expect(await running.payments.close('close-001')).toBe('closed')
    expect(await running.payments.query('close-001')).toEqual({ kind: 'closed' })
    expect(await running.payments.open(wanted)).toEqual({ kind: 'refused', code: 'ORDER_CLOSED' })
    expect(await running.simulator.decide(prepayId, 'confirm')).toEqual({ kind: 'refused', reason: 'closed' })
  })

  it('says paid when the payer was faster', async () => {
    const prepayId = await opened(running.payments, request('close-002'))
    await running.simulator.decide(prepayId, 'confirmWithoutCallback')
    expect(await running.payments.close('close-002')).toBe('paid')
  })
})

it('finds a number absent that WeChat never had', async () => {
  expect(await running.payments.query('absent-01')).toEqual({ kind: 'absent' })
})

describe('when WeChat does not answer properly', () => {
  it('is unknown after a lost reply, and the same number then gives the prepay id WeChat already made', async () => {
    const wanted = request('lost-0001')
    const hasty = running.adapter({ attemptMs: 1000, pausesMs: [] })
    running.simulator.faults.plan('loseReply')
    expect(await hasty.open(wanted)).toEqual({ kind: 'unknown' })
    const made = running.simulator.orders().find((order) => order.orderNumber === 'lost-0001')
    expect(await opened(running.payments, wanted)).toBe(made?.prepayId)
  })

  it('repeats the same number by itself after a lost reply, so that one order exists', async () => {
    const wanted = request('lost-0002')
    running.simulator.faults.plan('loseReply')
    await opened(running.adapter({ attemptMs: 1000 }), wanted)
    expect(running.simulator.orders().filter((order) => order.orderNumber === 'lost-0002')).toHaveLength(1)
    expect(running.waits).toEqual([150])
  })

  it('ends within its budget when no attempt is ever answered', async () => {
    // A request that was given up may arrive later, and would take a fault planned for another.
    const alone = await startSimulator()
    try {
      alone.simulator.faults.plan('loseReply', 'loseReply', 'loseReply')
      const start = Date.now()
      const attemptMs = 20_000
      const answer = await alone.adapter({ attemptMs, budgetMs: 150 }).query('lost-0003')
      expect(answer).toEqual({ kind: 'unknown' })
      expect(Date.now() - start).toBeLessThan(attemptMs)
    } finally {
      await alone.stop()
    }
  })

  it.each(['systemError', 'frequencyLimited'] as const)('retries after %s and succeeds', async (fault) => {
    running.simulator.faults.plan(fault, fault)
    await opened(running.payments, request(`busy-${fault}`))
    expect(running.waits).toEqual([150, 450])
  })

  it('is unknown when the trouble outlasts the retries', async () => {
    running.simulator.faults.plan('systemError', 'systemError', 'systemError')
    expect(await running.payments.open(request('busy-0001'))).toEqual({ kind: 'unknown' })
    expect(running.troubles.map(({ attempt, code }) => [attempt, code])).toEqual([
      [1, 'SYSTEM_ERROR'],
      [2, 'SYSTEM_ERROR'],
      [3, 'SYSTEM_ERROR'],
    ])
  })

  it('does not take a signed word about another order for an answer', async () => {
    const prepayId = await opened(running.payments, request('other-0001'))
    await running.simulator.decide(prepayId, 'confirmWithoutCallback')
    running.simulator.faults.plan('otherOrder')
    expect(await running.payments.query('other-0001')).toEqual({ kind: 'unknown' })
  })

  it('does not call an order closed while the payer is typing the password', async () => {
    await opened(running.payments, request('typing-001'))
    running.simulator.faults.plan('userPaying')
    expect(await running.payments.close('typing-001')).toBe('unknown')
  })

  it('is unknown when nobody listens', async () => {
    const payments = running.adapter({}, { baseUrl: 'http://127.0.0.1:9/' })
    expect(await payments.open(request('nobody-01'))).toEqual({ kind: 'unknown' })
    expect(await payments.query('nobody-01')).toEqual({ kind: 'unknown' })
    expect(await payments.close('nobody-01')).toBe('unknown')
  })
})

describe('replies that WeChat did not sign', () => {
  const faults = ['strangerSigns', 'unsigned', 'staleSignature'] as const

  it.each(faults)('a prepay reply is unknown and not asked for again: %s', async (fault) => {
    running.simulator.faults.plan(fault)
    expect(await running.payments.open(request(`sign-${fault}`))).toEqual({ kind: 'unknown' })
    expect(running.waits).toEqual([])
  })

  it.each(faults)(
    'a paid state, an absent number, a closing and ORDERPAID are not believed: %s',
    async (fault) => {
      const wanted = request(`trust-${fault}`)
      const prepayId = await opened(running.payments, wanted)
      running.simulator.faults.plan(fault, fault)
      expect(await running.payments.query('absent-02')).toEqual({ kind: 'unknown' })
      expect(await running.payments.close('absent-02')).toBe('unknown')
      await running.simulator.decide(prepayId, 'confirmWithoutCallback')
      running.simulator.faults.plan(fault, fault, fault)
      expect(await running.payments.query(wanted.orderNumber)).toEqual({ kind: 'unknown' })
      expect(await running.payments.open(wanted)).toEqual({ kind: 'unknown' })
      expect(await running.payments.close(wanted.orderNumber)).toBe('unknown')
    },
  )

  it('our own wrong signature is refused for good, without a retry', async () => {
    const merchantPrivateKey = makePrivatePem()
    const payments = running.adapter({}, { merchantPrivateKey })
    expect(await payments.open(request('merchant1'))).toEqual({ kind: 'refused', code: 'SIGN_ERROR' })
    expect(running.waits).toEqual([])
  })
})

describe('orders no resident can have', () => {
  const broken: [string, Partial<PaymentRequest>][] = [
    ['no sum', { fen: 0 }],
    ['a negative sum', { fen: -1 }],
    ['half a fen', { fen: 0.5 }],
    ['a sum that is not a number', { fen: Number.NaN }],
    ['no title', { title: '' }],
    ['a number that changes the path', { orderNumber: '../../x?y' }],
    ['an instant that is none', { expiresAt: 'tomorrow' }],
  ]
  it.each(broken)('%s is a bug and throws before anything is sent', async (_, change) => {
    const before = running.simulator.orders().length
    await expect(running.payments.open(request('broken-01', change))).rejects.toThrow(RangeError)
    expect(running.simulator.orders()).toHaveLength(before)
  })

  it('refuses to start with an APIv3 key of another length', () => {
    expect(() => running.adapter({}, { apiV3Key: 'short' })).toThrow(RangeError)
  })
})

function makePrivatePem(): string {
  return makeSigner('stranger').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function post(path: string, body: object): Promise<Response> {
  return fetch(running.origin + path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
}
