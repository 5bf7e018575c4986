import type { RawNotification } from '../../../cloudfunctions/_ports/payments'
import { platformSignature } from '../../../cloudfunctions/_local/wechatpay/platformSignature'
import { sealCallback } from '../../../cloudfunctions/_local/wechatpay/sealCallback'
import { makeSigner } from '../../../cloudfunctions/_local/wechatpay/simulatorKeys'
import { opened, request, startSimulator, type Running } from './startSimulator'

const at = new Date('2023-11-20T03:04:05Z')
const now = at.toISOString()
const orderNumber = 'notify-01'

let running: Running
let genuine: RawNotification

beforeAll(async () => {
  running = await startSimulator({ now: () => at })
  const expiresAt = new Date(at.getTime() + 60 * 60 * 1000).toISOString()
  const prepayId = await opened(running.payments, request(orderNumber, { expiresAt }))
  await running.simulator.decide(prepayId, 'confirmWithoutCallback')
  genuine = running.simulator.callbackOf(orderNumber)
})
afterAll(() => running.stop())

const read = (raw: RawNotification, when = now) => running.payments.readNotification(raw, when)
const withHeader = (name: string, value: string) => ({
  ...genuine,
  headers: { ...genuine.headers, [name]: value },
})
const rejected = (reason: string) => ({ kind: 'rejected', reason })

/** Signs a body as the platform would: what follows is about what lies below the signature. */
function signed(body: string): RawNotification {
  return { body, headers: platformSignature(running.simulator.keys.platform, body, at) }
}

/** The genuine callback with its sealed part changed, and signed again. */
function resealed(change: (resource: Record<string, string>) => Record<string, string>): RawNotification {
  const event = JSON.parse(genuine.body) as { resource: Record<string, string> }
  return signed(JSON.stringify({ ...event, resource: { ...event.resource, ...change(event.resource) } }))
}

/** A genuine callback about any transaction. */
function about(content: object, eventType = 'TRANSACTION.SUCCESS'): RawNotification {
  const { apiV3Key, platform } = running.simulator.keys
  return sealCallback({ eventId: 'event-1', eventType, content, at }, apiV3Key, platform)
}

const transaction = {
  appid: 'wx0000000000000000',
  mchid: '1900000000',
  out_trade_no: orderNumber,
  transaction_id: '4200000000000000000000000001',
  trade_state: 'SUCCESS',
  success_time: '2023-11-20T11:04:05+08:00',
  amount: { total: 13000, payer_total: 12000, currency: 'CNY' },
}

function flipped(base64: string, index: number): string {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(
    bytes.readUInt8((index + bytes.length) % bytes.length) ^ 1,
    (index + bytes.length) % bytes.length,
  )
  return bytes.toString('base64')
}

describe('a genuine callback', () => {
  it('is a payment, with its event id, the order’s whole sum and the instant in UTC', () => {
    expect(read(about(transaction))).toEqual({
      kind: 'paid',
      eventId: 'event-1',
      payment: {
        orderNumber,
        transactionId: transaction.transaction_id,
        fen: 13000,
        merchantId: '1900000000',
        appId: 'wx0000000000000000',
        paidAt: '2023-11-20T03:04:05.000Z',
      },
    })
  })

  it('keeps its event id when it is sent again with a new signature', () => {
    const again = running.simulator.callbackOf(orderNumber)
    expect(again.headers).not.toEqual(genuine.headers)
    expect(read(again)).toEqual(read(genuine))
  })

  it('hands back another merchant or app for the caller to compare, and does not judge it', () => {
    const foreign = read(about({ ...transaction, mchid: '1900000001', appid: 'wx1' }))
    expect(foreign).toMatchObject({ kind: 'paid', payment: { merchantId: '1900000001', appId: 'wx1' } })
  })

  it.each(['REFUND', 'NOTPAY', 'CLOSED', 'PAYERROR'])('is no payment in state %s', (state) => {
    expect(read(about({ ...transaction, trade_state: state })).kind).toBe('other')
  })

  it('of another kind is acknowledged by its type', () => {
    expect(read(about({ state: 'USER_PAID' }, 'PAYSCORE.USER_PAID'))).toEqual({
      kind: 'other',
      eventId: 'event-1',
      eventType: 'PAYSCORE.USER_PAID',
    })
  })
})

describe('the signature', () => {
  it('is refused when any one byte of the body is flipped', () => {
    const body = Buffer.from(genuine.body)
    for (let index = 0; index < body.length; index += 7) {
      const changed = Buffer.from(body)
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index)
      expect(read({ ...genuine, body: changed.toString() })).toEqual(rejected('signature'))
    }
  })

  it('is refused when a byte of the signature is flipped', () => {
    const signature = genuine.headers['wechatpay-signature'] ?? ''
    expect(read(withHeader('wechatpay-signature', flipped(signature, 9)))).toEqual(rejected('signature'))
  })

  it('is refused with another nonce or another timestamp inside the window', () => {
    expect(read(withHeader('wechatpay-nonce', 'other'))).toEqual(rejected('signature'))
    const later = String(Number(genuine.headers['wechatpay-timestamp']) + 1)
    expect(read(withHeader('wechatpay-timestamp', later))).toEqual(rejected('signature'))
  })

  it('is refused from a stranger who names our platform’s serial', () => {
    const stranger = makeSigner(running.simulator.keys.platform.serial)
    const forged = { body: genuine.body, headers: platformSignature(stranger, genuine.body, at) }
    expect(read(forged)).toEqual(rejected('signature'))
  })

  it('is refused from our own merchant key', () => {
    const own = { ...running.simulator.keys.merchant, serial: running.simulator.keys.platform.serial }
    expect(read({ body: genuine.body, headers: platformSignature(own, genuine.body, at) })).toEqual(
      rejected('signature'),
    )
  })

  it('is refused when it is WeChat’s probe, even if the rest would fit', () => {
    const probe = `WECHATPAY/SIGNTEST/${genuine.headers['wechatpay-signature']}`
    expect(read(withHeader('wechatpay-signature', probe))).toEqual(rejected('signature'))
  })

  it.each(['__proto__', 'constructor', 'toString', 'PUB_KEY_ID_0', ' '])(
    'finds no key by the serial %s',
    (serial) => {
      expect(read(withHeader('wechatpay-serial', serial))).toEqual(rejected('serial'))
    },
  )

  it.each([
    [-301, 'rejected'],
    [-300, 'paid'],
    [300, 'paid'],
    [301, 'rejected'],
  ])('%i seconds away from now is %s', (seconds, kind) => {
    const answer = read(genuine, new Date(at.getTime() + seconds * 1000).toISOString())
    expect(answer).toMatchObject(kind === 'paid' ? { kind } : rejected('stale'))
  })

  it('is stale by a clock that shows nothing', () => {
    expect(read(genuine, 'no instant')).toEqual(rejected('stale'))
  })

  it.each(['signature', 'serial', 'timestamp', 'nonce'])('is malformed without its %s header', (part) => {
    const { [`wechatpay-${part}`]: _gone, ...headers } = genuine.headers
    expect(read({ ...genuine, headers })).toEqual(rejected('malformed'))
  })

  it.each(['', '1e9', '-1', '0x10', 'NaN'])('is malformed with the timestamp “%s”', (timestamp) => {
    expect(read(withHeader('wechatpay-timestamp', timestamp))).toEqual(rejected('malformed'))
  })
})

describe('the sealed part, under a genuine signature', () => {
  it('is refused when the tag, the text, the nonce or the associated data is flipped', () => {
    const broken = [
      resealed(({ ciphertext = '' }) => ({ ciphertext: flipped(ciphertext, -1) })),
      resealed(({ ciphertext = '' }) => ({ ciphertext: flipped(ciphertext, -16) })),
      resealed(({ ciphertext = '' }) => ({ ciphertext: flipped(ciphertext, 0) })),
      resealed(({ nonce = '' }) => ({ nonce: `${nonce.slice(1)}x` })),
      resealed(() => ({ associated_data: 'transactioo' })),
      resealed(() => ({ associated_data: '' })),
      resealed(() => ({ ciphertext: '' })),
    ]
    for (const raw of broken) expect(read(raw)).toEqual(rejected('decryption'))
  })

  it('is refused when sealed with another APIv3 key', () => {
    const { platform } = running.simulator.keys
    const callback = { eventId: 'event-1', eventType: 'TRANSACTION.SUCCESS', content: transaction, at }
    expect(read(sealCallback(callback, '0'.repeat(32), platform))).toEqual(rejected('decryption'))
  })

  it('is refused under another algorithm', () => {
    expect(read(resealed(() => ({ algorithm: 'AEAD_SM4_GCM' })))).toEqual(rejected('malformed'))
  })
})

describe('the shape, under a genuine signature', () => {
  it.each(['', 'null', '[]', '{', '"text"', '{"id":"1"}', '{"__proto__":{"id":"1"}}'])(
    'the body %s is malformed',
    (body) => {
      expect(read(signed(body))).toEqual(rejected('malformed'))
    },
  )

  it.each([
    ['no sum', { amount: { currency: 'CNY' } }],
    ['a sum of nothing', { amount: { total: 0, currency: 'CNY' } }],
    ['half a fen', { amount: { total: 0.5, currency: 'CNY' } }],
    ['a sum in text', { amount: { total: '13000', currency: 'CNY' } }],
    ['dollars', { amount: { total: 13000, currency: 'USD' } }],
    ['no transaction id', { transaction_id: '' }],
    ['no time', { success_time: undefined }],
    ['a time without a zone', { success_time: '2023-11-20T11:04:05' }],
  ])('a transaction with %s is malformed', (_, change) => {
    expect(read(about({ ...transaction, ...change }))).toEqual(rejected('malformed'))
  })
})
