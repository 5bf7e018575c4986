import type { RawNotification } from '../../../cloudfunctions/_ports/payments'
import { platformSignature } from '../../../cloudfunctions/_local/wechatpay/platformSignature'
import { sealCallback } from '../../../cloudfunctions/_local/wechatpay/sealCallback'
import { makeSigner } from '../../../cloudfunctions/_local/wechatpay/simulatorKeys'
import { paid, refundRequest, startSimulator, type Running } from './startSimulator'

let running: Running
let genuine: RawNotification
let at: Date
let now: string

beforeAll(async () => {
  at = new Date()
  now = at.toISOString()
  running = await startSimulator({ now: () => at })
  await paid(running, 'notify-01')
  await running.payments.refund(refundRequest('notify-01-1', 'notify-01', { fen: 4000 }))
  genuine = running.simulator.refundCallbackOf('notify-01-1')
})
afterAll(() => running.stop())

const read = (raw: RawNotification, when = now) => running.payments.readNotification(raw, when)
const rejected = (reason: string) => ({ kind: 'rejected', reason })

const content = {
  mchid: '1900000000',
  out_trade_no: 'notify-01',
  transaction_id: '4200000000000000000000000001',
  out_refund_no: 'notify-01-1',
  refund_id: '50300000000000000000000000001',
  refund_status: 'SUCCESS',
  success_time: '2023-11-20T11:04:05+08:00',
  user_received_account: '支付用户零钱',
  amount: { total: 13000, refund: 4000, payer_total: 13000, payer_refund: 4000 },
}

/** A genuine callback about any refund. */
function about(change: object, eventType = 'REFUND.SUCCESS'): RawNotification {
  const { apiV3Key, platform } = running.simulator.keys
  const callback = { eventId: 'event-1', eventType, content: { ...content, ...change }, at }
  return sealCallback(callback, apiV3Key, platform)
}

describe('a genuine callback about a refund', () => {
  it('tells numbers, sums and the instant in UTC', () => {
    expect(read(about({}))).toEqual({
      kind: 'refund',
      eventId: 'event-1',
      refund: {
        refundNumber: 'notify-01-1',
        orderNumber: 'notify-01',
        transactionId: content.transaction_id,
        wechatRefundId: content.refund_id,
        fen: 4000,
        paidFen: 13000,
        merchantId: '1900000000',
        status: 'succeeded',
        succeededAt: '2023-11-20T03:04:05.000Z',
      },
    })
  })

  it.each([
    ['ABNORMAL', 'abnormal'],
    ['CLOSED', 'closed'],
    ['PROCESSING', 'processing'],
    ['__proto__', 'processing'],
  ])('in state %s is %s, and succeeded at no time', (refundStatus, status) => {
    const raw = about({ refund_status: refundStatus, success_time: undefined }, 'REFUND.ABNORMAL')
    expect(read(raw)).toMatchObject({ kind: 'refund', refund: { status, succeededAt: null } })
  })

  it('keeps its event id when it is sent again with a new signature', () => {
    const again = running.simulator.refundCallbackOf('notify-01-1')
    expect(again.headers).not.toEqual(genuine.headers)
    expect(read(again)).toEqual(read(genuine))
  })

  it('hands back another merchant or another sum for the caller to compare, and does not judge it', () => {
    const foreign = about({ mchid: '1900000001', amount: { total: 2, refund: 1 } })
    expect(read(foreign)).toMatchObject({
      kind: 'refund',
      refund: { merchantId: '1900000001', fen: 1, paidFen: 2 },
    })
  })
})

describe('what is not WeChat’s word', () => {
  it('is refused when any one byte of the body is flipped', () => {
    const body = Buffer.from(genuine.body)
    for (let index = 0; index < body.length; index += 7) {
      const changed = Buffer.from(body)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(read({ ...genuine, body: changed.toString() })).toEqual(rejected('signature'))
    }
  })

  it('is refused from a stranger who names our platform’s serial', () => {
    const stranger = makeSigner(running.simulator.keys.platform.serial)
    const headers = platformSignature(stranger, genuine.body, at)
    expect(read({ body: genuine.body, headers })).toEqual(rejected('signature'))
  })

  it.each([-301, 301])('is stale %i seconds away from now', (seconds) => {
    expect(read(genuine, new Date(at.getTime() + seconds * 1000).toISOString())).toEqual(rejected('stale'))
  })

  it('is refused when it was sealed with another key', () => {
    const callback = { eventId: 'event-1', eventType: 'REFUND.SUCCESS', content, at }
    const { platform } = running.simulator.keys
    expect(read(sealCallback(callback, '0'.repeat(32), platform))).toEqual(rejected('decryption'))
  })

  it('is refused when a sealed payment is passed off as a refund', () => {
    const event = JSON.parse(running.simulator.callbackOf('notify-01').body) as object
    const body = JSON.stringify({ ...event, event_type: 'REFUND.SUCCESS' })
    const headers = platformSignature(running.simulator.keys.platform, body, at)
    expect(read({ body, headers })).toEqual(rejected('malformed'))
  })
})

it.each([
  ['no sum', { amount: { total: 13000 } }],
  ['a sum of nothing', { amount: { total: 13000, refund: 0 } }],
  ['half a fen', { amount: { total: 13000, refund: 0.5 } }],
  ['a sum in text', { amount: { total: 13000, refund: '4000' } }],
  ['dollars', { amount: { total: 13000, refund: 4000, currency: 'USD' } }],
  ['no number', { out_refund_no: '' }],
  ['no order', { out_trade_no: undefined }],
  ['no merchant', { mchid: undefined }],
  ['no state', { refund_status: undefined }],
  ['success at no time', { success_time: undefined }],
  ['a time without a zone', { success_time: '2023-11-20T11:04:05' }],
])('a refund with %s is malformed', (_, change) => {
  expect(read(about(change))).toEqual(rejected('malformed'))
})
