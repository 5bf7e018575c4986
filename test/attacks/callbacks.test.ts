/** Attacks on WeChat's address (payments.md, attack list): nobody but WeChat is believed, and WeChat only for what was asked. */
import { createSign, randomUUID } from 'node:crypto'
import { sealCallback } from '../../cloudfunctions/_local/wechatpay/sealCallback'
import { makeSigner } from '../../cloudfunctions/_local/wechatpay/simulatorKeys'
import type { RawNotification } from '../../cloudfunctions/_ports/payments'
import { openedOf, startTarget, type Target } from './target'

let target: Target
beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.stop())

/** Somebody who has paid at WeChat, which has not told us yet. */
async function paidUnheard() {
  const phone = target.phone()
  const person = await target.addPerson()
  const request = await phone.requestFor(person, 2024)
  const opened = openedOf(await phone.ask('startPayment', request))
  await phone.decide(opened.prepayId, 'confirmWithoutCallback')
  return { phone, ...opened, residentId: request.people[0]?.residentId ?? '' }
}

const stateOf = async (orderNumber: string) =>
  (await target.service.ports.store.get<{ state: string }>('orders', orderNumber))?.fields.state

const flipped = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)

const withHeader = (raw: RawNotification, change: Record<string, string>): RawNotification => ({
  ...raw,
  headers: { ...raw.headers, ...change },
})

/** The body is signed anew after the sealed part was changed: only the seal itself can notice. */
function resealed(
  orderNumber: string,
  change: (resource: Record<string, string>) => object,
): RawNotification {
  const { simulator, clock } = target.service
  const { body } = target.callback(orderNumber)
  const event = JSON.parse(body) as { resource: Record<string, string> }
  const changed = JSON.stringify({ ...event, resource: { ...event.resource, ...change(event.resource) } })
  const signed = sealCallback(
    { eventId: randomUUID(), eventType: 'x', content: {}, at: new Date(clock.milliseconds()) },
    simulator.keys.apiV3Key,
    simulator.keys.platform,
  )
  return { body: changed, headers: signAnew(changed, signed.headers) }
}

function signAnew(body: string, { ...headers }: Record<string, string>): Record<string, string> {
  const text = `${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${body}\n`
  const { privateKey } = target.service.simulator.keys.platform
  return {
    ...headers,
    'wechatpay-signature': createSign('RSA-SHA256').update(text).sign(privateKey, 'base64'),
  }
}

const firstCharacter = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)

describe('what WeChat did not sign, or not now, is refused and changes nothing', () => {
  const forgeries: [string, (orderNumber: string) => RawNotification][] = [
    [
      'one byte of the body flipped',
      (orderNumber) => {
        const raw = target.callback(orderNumber)
        return { ...raw, body: flipped(raw.body, Math.floor(raw.body.length / 2)) }
      },
    ],
    ['six minutes old', (orderNumber) => target.callback(orderNumber, {}, { agedMs: 6 * 60_000 })],
    ['six minutes ahead', (orderNumber) => target.callback(orderNumber, {}, { agedMs: -6 * 60_000 })],
    [
      'signed by a stranger under WeChat’s serial',
      (orderNumber) => {
        const { serial } = target.service.simulator.keys.platform
        return target.callback(orderNumber, {}, { signer: makeSigner(serial) })
      },
    ],
    [
      'WeChat’s own probe of whether we check',
      (orderNumber) =>
        withHeader(target.callback(orderNumber), {
          'wechatpay-signature': `WECHATPAY/SIGNTEST/${randomUUID()}`,
        }),
    ],
    [
      'a serial that every object has',
      (orderNumber) => withHeader(target.callback(orderNumber), { 'wechatpay-serial': '__proto__' }),
    ],
    [
      'the seal’s tag flipped',
      (orderNumber) =>
        resealed(orderNumber, ({ ciphertext = '' }) => {
          const sealed = Buffer.from(ciphertext, 'base64')
          sealed.writeUInt8((sealed.at(-1) ?? 0) ^ 1, sealed.length - 1)
          return { ciphertext: sealed.toString('base64') }
        }),
    ],
    [
      'the seal’s context changed',
      (orderNumber) => resealed(orderNumber, () => ({ associated_data: 'refund' })),
    ],
    [
      'the sealed text changed',
      (orderNumber) =>
        resealed(orderNumber, ({ ciphertext = '' }) => ({ ciphertext: firstCharacter(ciphertext) })),
    ],
  ]

  test.each(forgeries)('%s', async (_what, forge) => {
    const { orderNumber } = await paidUnheard()
    const before = await target.documents('payments', 'paidAt')
    expect(await target.notify(forge(orderNumber))).toBe(401)
    expect(await stateOf(orderNumber)).toBe('prepaid')
    expect(await target.documents('payments', 'paidAt')).toHaveLength(before.length)
    // The genuine one still counts: nothing was used up.
    expect(await target.notify(target.callback(orderNumber))).toBe(200)
    expect(await stateOf(orderNumber)).toBe('paid')
  })
})

describe('what WeChat signed, but nobody asked for, is kept aside and enrolls nobody', () => {
  test.each([
    ['one fen', 'fen', { amount: { total: 1, currency: 'CNY' } }],
    ['another merchant’s', 'merchantId', { mchid: '1999999999' }],
    ['another app’s', 'appId', { appid: 'wx9999999999999999' }],
  ])('%s', async (_what, mismatch, change) => {
    const { orderNumber, phone, residentId } = await paidUnheard()
    expect(await target.notify(target.callback(orderNumber, change))).toBe(200)
    expect(await stateOf(orderNumber)).toBe('prepaid')
    const aside = await target.documents<{ orderNumber: string; mismatch: string }>(
      'quarantine',
      'orderNumber',
    )
    expect(aside.filter((one) => one.orderNumber === orderNumber).map((one) => one.mismatch)).toEqual([
      mismatch,
    ])
    const { reply } = await phone.ask('myEnrollments', { residentId })
    const { years } = reply as unknown as { years: { enrolled: boolean; coverageYear: number }[] }
    expect(years.find(({ coverageYear }) => coverageYear === 2024)?.enrolled).toBe(false)
  })
})

test('the same callback a hundred times in parallel is one payment, one entry, one enrollment', async () => {
  const { orderNumber } = await paidUnheard()
  const raw = target.callback(orderNumber)
  const statuses = await Promise.all(Array.from({ length: 100 }, () => target.notify(raw)))
  // A callback that met too many of its kind is told to come again, and then finds everything done.
  expect(statuses.every((status) => status === 200 || status === 500)).toBe(true)
  expect(await target.notify(raw)).toBe(200)
  await onceOnly(orderNumber)
})

test('a new event about the same transaction changes nothing', async () => {
  const { orderNumber } = await paidUnheard()
  expect(await target.notify(target.callback(orderNumber))).toBe(200)
  expect(await target.notify(target.callback(orderNumber))).toBe(200)
  await onceOnly(orderNumber)
})

test('a crash before the commit: WeChat is not told 200, sends again, and then it counts once', async () => {
  const { orderNumber } = await paidUnheard()
  const { store } = target.service.ports
  const { transaction } = store
  store.transaction = () => Promise.reject(new Error('the process was gone before the commit'))
  expect(await target.notify(target.callback(orderNumber))).toBe(500)
  store.transaction = transaction
  expect(await stateOf(orderNumber)).toBe('prepaid')
  expect(await target.notify(target.callback(orderNumber))).toBe(200)
  await onceOnly(orderNumber)
})

async function onceOnly(orderNumber: string): Promise<void> {
  for (const [collection, field] of [
    ['payments', 'orderNumber'],
    ['ledger', 'orderNumber'],
    ['enrollments', 'residentId'],
  ] as const) {
    const found = await target.documents<{ orderNumber: string }>(collection, field)
    expect(found.filter((one) => one.orderNumber === orderNumber)).toHaveLength(1)
  }
  expect(await stateOf(orderNumber)).toBe('paid')
}
