import { createHash } from 'node:crypto'
import { readBill } from '../../../cloudfunctions/_days/readBill'
import type { SimulatedOrder } from '../../../cloudfunctions/_local/wechatpay/simulatedOrder'
import { opened, refundRequest, request, startSimulator, type Running } from './startSimulator'

const day = '2023-11-20'
const nextDay = '2023-11-21'

let running: Running
let clock: Date

/** The clock of WeChat: Beijing's. */
const setClock = (civilDay: string, time: string) => {
  clock = new Date(`${civilDay}T${time}+08:00`)
}

beforeAll(async () => {
  running = await startSimulator({ now: () => clock, refundDelayMs: 'byHand' })
  setClock(day, '00:00:00')
  await pay('first-001', { fen: 38000, title: '城乡居民医保,"2024"' })
  setClock(day, '23:59:59')
  await pay('last-0001')
  await running.payments.refund(refundRequest('last-0001-1', 'last-0001', { fen: 5000 }))
  setClock(nextDay, '00:00:00')
  await pay('after-001')
  await running.payments.refund(refundRequest('first-001-1', 'first-001', { fen: 38000, paidFen: 38000 }))
  await running.simulator.endRefund('first-001-1', 'CLOSED')
  await running.simulator.endRefund('last-0001-1', 'SUCCESS')
})
beforeEach(() => {
  setClock('2023-11-22', '10:00:00')
  running.troubles.length = 0
})
afterAll(() => running.stop())

async function pay(orderNumber: string, change: Parameters<typeof request>[1] = {}) {
  const expiresAt = new Date(clock.getTime() + 60_000).toISOString()
  const prepayId = await opened(running.payments, request(orderNumber, { expiresAt, ...change }))
  await running.simulator.decide(prepayId, 'confirmWithoutCallback')
}

async function downloaded(of: string) {
  const answer = await running.payments.bill(of)
  if (answer.kind !== 'bill') throw new Error(`expected a bill, got ${answer.kind}`)
  return answer
}

const transactionOf = (orderNumber: string) =>
  running.simulator.orders().find((order) => order.orderNumber === orderNumber)?.payment?.transactionId

describe('the bill of a day', () => {
  it('holds the payments of that day in Beijing and the refunds accepted on it, to the second', async () => {
    const { text, sha1 } = await downloaded(day)
    expect(sha1).toBe(createHash('sha1').update(text).digest('hex'))
    expect(readBill(text)).toMatchObject({
      kind: 'bill',
      rows: [
        {
          kind: 'payment',
          orderNumber: 'first-001',
          transactionId: transactionOf('first-001'),
          at: '2023-11-19T16:00:00.000Z',
          fen: 38000,
          merchantId: running.config.merchantId,
          appId: running.config.appId,
        },
        { kind: 'payment', orderNumber: 'last-0001', at: '2023-11-20T15:59:59.000Z', fen: 13000 },
        {
          kind: 'refund',
          orderNumber: 'last-0001',
          transactionId: transactionOf('last-0001'),
          refundNumber: 'last-0001-1',
          fen: 5000,
        },
      ],
      totals: { rows: 3, paidFen: 51000, refundedFen: 5000 },
    })
  })

  it('of the day after holds what was paid and accepted then', async () => {
    expect(readBill((await downloaded(nextDay)).text)).toMatchObject({
      totals: { rows: 2, paidFen: 13000, refundedFen: 38000 },
    })
  })

  it('without anything is empty', async () => {
    expect(await running.payments.bill('2023-11-19')).toEqual({ kind: 'empty' })
  })

  it.each([
    [nextDay, '09:59:59', 'notYet'],
    [nextDay, '10:00:00', 'bill'],
    [day, '23:59:59', 'notYet'],
  ])('at %s %s is %s', async (today, time, kind) => {
    setClock(today, time)
    expect((await running.payments.bill(day)).kind).toBe(kind)
  })

  it('is a bug to ask for on a day the calendar does not have', async () => {
    await expect(running.payments.bill('2023-02-30')).rejects.toThrow(RangeError)
    await expect(running.payments.bill('2023-11-20&tar_type=GZIP')).rejects.toThrow(RangeError)
  })
})

describe('a bill that is not what the signed reply promised', () => {
  it.each([
    ['cutOnTheWay', 'damaged'],
    ['wrongHash', 'damaged'],
    ['creating', 'notYet'],
    ['elsewhere', 'notYet'],
  ] as const)('%s is %s, and a bill the next time', async (fault, kind) => {
    running.simulator.billFaults.plan(fault)
    expect(await running.payments.bill(day)).toEqual({ kind })
    expect((await running.payments.bill(day)).kind).toBe('bill')
  })

  it('is not fetched from somebody else’s host, and that is reported', async () => {
    running.simulator.billFaults.plan('elsewhere')
    await running.payments.bill(day)
    expect(running.troubles.map(({ code }) => code)).toEqual(['DOWNLOAD_ELSEWHERE'])
  })

  it('is broken, not shorter, when WeChat itself wrote too little', async () => {
    running.simulator.billFaults.plan('writtenShort')
    expect(readBill((await downloaded(day)).text).kind).toBe('broken')
  })

  it.each(['strangerSigns', 'unsigned', 'staleSignature'] as const)(
    'is not fetched on a word WeChat did not give: %s',
    async (fault) => {
      running.simulator.faults.plan(fault, fault)
      expect(await running.payments.bill(day)).toEqual({ kind: 'notYet' })
      expect(await running.payments.bill('2023-11-19')).toEqual({ kind: 'notYet' })
    },
  )

  it('is asked for again later when nobody listens', async () => {
    const payments = running.adapter({}, { baseUrl: 'http://127.0.0.1:9/' })
    expect(await payments.bill(day)).toEqual({ kind: 'notYet' })
  })
})

describe('a bill that differs from what we know', () => {
  const honest = { rows: 3, paidFen: 51000, refundedFen: 5000 }
  it.each([
    ['strangerRow', { rows: 4, paidFen: 51000 + 12345 }],
    ['missingRow', { rows: 2, paidFen: 13000 }],
    ['otherSum', { paidFen: 51001 }],
  ] as const)('%s is read with its own totals', async (fault, change) => {
    running.simulator.billFaults.plan(fault)
    expect(readBill((await downloaded(day)).text)).toMatchObject({ totals: { ...honest, ...change } })
  })
})

it('fetches a file larger than any other reply may be', async () => {
  setClock(day, '12:00:00')
  const orders = Array.from({ length: 4000 }, (_, n) => order(`many-${n}`))
  const keepers = {
    orders: { load: async () => orders, save: async () => undefined },
    refunds: { load: async () => [], save: async () => undefined },
  }
  const many = await startSimulator({ keepers, now: () => new Date('2023-11-22T10:00:00+08:00') })
  try {
    const answer = await many.payments.bill(day)
    if (answer.kind !== 'bill') throw new Error(answer.kind)
    expect(Buffer.byteLength(answer.text)).toBeGreaterThan(600_000)
    expect(readBill(answer.text)).toMatchObject({ totals: { rows: 4000, paidFen: 4000 * 38000 } })
  } finally {
    await many.stop()
  }
})

function order(orderNumber: string): SimulatedOrder {
  return {
    orderNumber,
    prepayId: `prepay-${orderNumber}`,
    requestDigest: '',
    appId: 'wx0000000000000000',
    merchantId: '1900000000',
    payerOpenId: 'o-payer-1',
    title: '城乡居民医保 参保年度2024',
    fen: 38000,
    notifyUrl: '',
    expiresAt: clock.toISOString(),
    state: 'SUCCESS',
    payment: { transactionId: `42${orderNumber}`, paidAt: clock.toISOString() },
  }
}

describe('the simulator', () => {
  const url = (path: string) => `${running.origin}/wechatpay${path}`

  it('hands no file to whoever is not the merchant, and none for another token', async () => {
    expect((await fetch(url('/v3/billdownload/file?token=1'))).status).toBe(401)
  })

  it('takes orders from another process: faults to come, and how a refund ends', async () => {
    const operate = (orders: object) =>
      fetch(url('/operate'), { method: 'POST', body: JSON.stringify(orders) })
    expect((await operate({ billFaults: ['wrongHash'], faults: ['systemError'] })).status).toBe(204)
    expect(await running.payments.bill(day)).toEqual({ kind: 'damaged' })
    expect(running.troubles.map(({ code }) => code)).toEqual(['SYSTEM_ERROR'])

    await running.payments.refund(refundRequest('last-0001-2', 'last-0001', { fen: 1 }))
    const endRefund = { refundNumber: 'last-0001-2', end: 'ABNORMAL', tells: false }
    expect((await operate({ endRefund })).status).toBe(204)
    expect(await running.payments.queryRefund('last-0001-2')).toMatchObject({
      refund: { status: 'abnormal' },
    })
    expect((await operate({ endRefund })).status).toBe(409)
    expect((await operate({ faults: ['earthquake'] })).status).toBe(400)
  })
})
