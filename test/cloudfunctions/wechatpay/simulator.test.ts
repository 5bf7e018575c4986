import type { WechatPaySimulatorOptions } from '../../../cloudfunctions/_local/wechatpay/createWechatPaySimulator'
import type { SimulatedOrder } from '../../../cloudfunctions/_local/wechatpay/simulatedOrder'
import type { SimulatedRefund } from '../../../cloudfunctions/_local/wechatpay/simulatedRefund'
import { opened, refundRequest, request, startSimulator, type Running } from './startSimulator'

let running: Running
const started: Running[] = []

async function start(options?: WechatPaySimulatorOptions): Promise<Running> {
  const another = await startSimulator(options)
  started.push(another)
  return another
}

beforeAll(async () => {
  running = await start()
})
afterAll(() => Promise.all(started.map((each) => each.stop())))

const page = (path: string) => fetch(`${running.origin}/wechatpay${path}`, { redirect: 'manual' })
const submit = (fields: Record<string, string>) =>
  fetch(`${running.origin}/wechatpay/pay`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
const stateOf = (orderNumber: string) =>
  running.simulator.orders().find((order) => order.orderNumber === orderNumber)

describe('the merchant', () => {
  it('is refused without a signature, and the refusal itself is unsigned', async () => {
    const reply = await page('/v3/pay/transactions/out-trade-no/absent-01?mchid=1900000000')
    expect([reply.status, await reply.json()]).toEqual([401, { code: 'SIGN_ERROR', message: '签名错误' }])
    expect(reply.headers.get('wechatpay-signature')).toBeNull()
  })

  it.each([
    ['another app', { appId: 'wx1' }, 'APPID_MCHID_NOT_MATCH'],
    ['an address that is none', { notifyUrl: 'nowhere' }, 'PARAM_ERROR'],
  ])('is refused with %s', async (_, change, code) => {
    const answer = await running.adapter({}, change).open(request('wrong-001'))
    expect(answer).toEqual({ kind: 'refused', code })
  })
})

describe('callbacks', () => {
  it('are repeated until the merchant answers 200, always with the same event', async () => {
    running.received.length = 0
    running.answers.push(500, 302)
    const prepayId = await opened(running.payments, request('again-001'))
    await running.simulator.decide(prepayId, 'confirm')
    await running.simulator.settled()
    const events = running.received.map((raw) =>
      running.payments.readNotification(raw, new Date().toISOString()),
    )
    expect(events).toHaveLength(3)
    expect(new Set(events.map((event) => event.kind === 'paid' && event.eventId)).size).toBe(1)
    expect(stateOf('again-001')?.notice?.state).toBe('delivered')
  })

  it('end after the last repetition, and the payment stays', async () => {
    running.received.length = 0
    running.answers.push(500, 500, 500, 500)
    const prepayId = await opened(running.payments, request('again-002'))
    await running.simulator.decide(prepayId, 'confirm')
    await running.simulator.settled()
    expect(running.received).toHaveLength(4)
    expect(stateOf('again-002')).toMatchObject({ state: 'SUCCESS', notice: { state: 'givenUp' } })
  })

  it('do not come when the payer chose 付了但不通知', async () => {
    running.received.length = 0
    const prepayId = await opened(running.payments, request('again-003'))
    expect(await running.simulator.decide(prepayId, 'confirmWithoutCallback')).toEqual({
      kind: 'done',
      result: 'ok',
    })
    await running.simulator.settled()
    expect(running.received).toHaveLength(0)
    expect((await running.payments.query('again-003')).kind).toBe('paid')
  })
})

describe('the payer’s page', () => {
  it('shows the sum, says it is not real, and offers one solid button', async () => {
    const prepayId = await opened(running.payments, request('page-0001', { title: '<b>医保</b>' }))
    const reply = await page(`/pay?prepay_id=${prepayId}`)
    const text = await reply.text()
    for (const words of ['模拟支付', '这不是真的付款', '确认付款 130 元', '取消', '不回应', '付了但不通知'])
      expect(text).toContain(words)
    expect(text).toContain('&lt;b&gt;医保&lt;/b&gt;')
    expect(text.match(/class="btn"/g)).toHaveLength(1)
  })

  it.each([
    ['confirm', 'ok', 'SUCCESS'],
    ['confirmWithoutCallback', 'ok', 'SUCCESS'],
    ['cancel', 'cancel', 'NOTPAY'],
    ['silent', 'silent', 'NOTPAY'],
  ])('%s goes back with %s and leaves the order %s', async (decision, result, state) => {
    const orderNumber = `page-${decision}`
    const prepayId = await opened(running.payments, request(orderNumber))
    const back = `${running.origin}/#/pages/pay/waiting?order=7`
    const reply = await submit({ prepay_id: prepayId, decision, return: back })
    expect(reply.status).toBe(303)
    expect(reply.headers.get('location')).toBe(`${back}&result=${result}`)
    expect(stateOf(orderNumber)?.state).toBe(state)
    await running.simulator.settled()
  })

  it('adds the result to an ordinary address as a parameter', async () => {
    const prepayId = await opened(running.payments, request('page-0002'))
    const reply = await submit({ prepay_id: prepayId, decision: 'cancel', return: '/waiting?order=7' })
    expect(reply.headers.get('location')).toBe(`${running.origin}/waiting?order=7&result=cancel`)
  })

  it('tells the opener, to its own origin only, when there is no way back; a silent payer tells nothing', async () => {
    const prepayId = await opened(running.payments, request('page-0003'))
    const silent = await (await submit({ prepay_id: prepayId, decision: 'silent', return: '' })).text()
    expect(silent).not.toContain('postMessage')
    const told = await (await submit({ prepay_id: prepayId, decision: 'cancel', return: '' })).text()
    const message = `{"source":"wechatpay-simulator","prepayId":"${prepayId}","result":"cancel"}`
    expect(told).toContain(`postMessage(${message}, window.location.origin)`)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    'javascript:alert(1)',
    'http://127.0.0.1:1/',
    'data:text/html,x',
  ])('never goes back to %s, and does not pay either', async (address) => {
    const prepayId = await opened(
      running.payments,
      request('page-0004', { expiresAt: '2100-01-01T00:00:00Z' }),
    )
    const shown = await page(`/pay?prepay_id=${prepayId}&return=${encodeURIComponent(address)}`)
    expect(shown.status).toBe(400)
    expect(await shown.text()).not.toContain('evil')
    const reply = await submit({ prepay_id: prepayId, decision: 'confirm', return: address })
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null])
    expect(stateOf('page-0004')?.state).toBe('NOTPAY')
  })

  it('says in words why nothing can be paid', async () => {
    expect((await page('/pay?prepay_id=__proto__')).status).toBe(404)
    const prepayId = await opened(running.payments, request('page-0005'))
    await running.payments.close('page-0005')
    expect(await (await page(`/pay?prepay_id=${prepayId}`)).text()).toContain('这笔单已经关了')
    const reply = await submit({ prepay_id: prepayId, decision: 'confirm', return: '' })
    expect([reply.status, stateOf('page-0005')?.state]).toEqual([409, 'CLOSED'])
  })

  it('takes only known decisions', async () => {
    const prepayId = await opened(running.payments, request('page-0006'))
    const reply = await fetch(`${running.origin}/wechatpay/pay/decide`, {
      method: 'POST',
      body: JSON.stringify({ prepayId, decision: 'pay' }),
    })
    expect([reply.status, await reply.json()]).toEqual([400, { refused: 'malformed' }])
  })
})

it('remembers orders over a restart, with new keys, and takes up the callback that was due', async () => {
  const kept = new Map<string, string>()
  const keepers = {
    orders: keeper<SimulatedOrder>(kept, (order) => order.orderNumber),
    refunds: keeper<SimulatedRefund>(new Map(), (refund) => refund.refundNumber),
  }
  const before = await start({ keepers, callbackPausesMs: [60000] })
  running.received.length = 0
  running.answers.push(500)
  const notifyUrl = `${running.origin}/notify`
  const prepayId = await opened(before.adapter({}, { notifyUrl }), request('restart-1'))
  await before.simulator.decide(prepayId, 'confirm')
  while (running.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  before.simulator.stop()

  const after = await start({ keepers })
  expect(after.simulator.orders()).toMatchObject([{ prepayId, state: 'SUCCESS', notice: { state: 'due' } }])
  expect((await after.payments.query('restart-1')).kind).toBe('paid')
  after.simulator.resumeCallbacks()
  await after.simulator.settled()
  const raw = running.received[1]
  if (!raw) throw new Error('the callback was not repeated')
  expect(after.payments.readNotification(raw, new Date().toISOString()).kind).toBe('paid')
  expect(JSON.parse(kept.get('restart-1') ?? '')).toMatchObject({ notice: { state: 'delivered' } })
})

it('remembers refunds over a restart, and takes up the one under way and the callback that was due', async () => {
  const kept = new Map<string, string>()
  const keepers = {
    orders: keeper<SimulatedOrder>(new Map(), (order) => order.orderNumber),
    refunds: keeper<SimulatedRefund>(kept, (refund) => refund.refundNumber),
  }
  const before = await start({ keepers, refundDelayMs: 'byHand', callbackPausesMs: [60000] })
  const toOurs = before.adapter({}, { notifyUrl: `${running.origin}/notify` })
  const prepayId = await opened(toOurs, request('restart-2'))
  await before.simulator.decide(prepayId, 'confirmWithoutCallback')
  for (const refundNumber of ['restart-2-1', 'restart-2-2'])
    await toOurs.refund(refundRequest(refundNumber, 'restart-2', { fen: 100 }))
  running.received.length = 0
  running.answers.push(500)
  await before.simulator.endRefund('restart-2-1', 'ABNORMAL')
  while (running.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  before.simulator.stop()

  const after = await start({ keepers, refundDelayMs: 5 })
  after.simulator.resumeCallbacks()
  while (running.received.length < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  await after.simulator.settled()
  const now = new Date().toISOString()
  const told = running.received.slice(1).map((raw) => after.payments.readNotification(raw, now))
  expect(told.map((event) => event.kind === 'refund' && event.refund.status).sort()).toEqual([
    'abnormal',
    'succeeded',
  ])
  expect(JSON.parse(kept.get('restart-2-2') ?? '')).toMatchObject({
    state: 'SUCCESS',
    notice: { state: 'delivered' },
  })
})

function keeper<T>(kept: Map<string, string>, numberOf: (item: T) => string) {
  return {
    load: async () => [...kept.values()].map((text) => JSON.parse(text) as T),
    save: async (item: T) => void kept.set(numberOf(item), JSON.stringify(item)),
  }
}
