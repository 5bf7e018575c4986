/** 原路退回: the same number until WeChat has said how it ended; what it says is compared, and counts once. */
import { followRefunds } from '../../../cloudfunctions/jobs/followRefunds'
import { receiveNotification } from '../../../cloudfunctions/payment-notify/receiveNotification'
import type { StatedRefund } from '../../../cloudfunctions/_ports/payments'
import { ConfirmTransfer } from '../../../shared/contracts/confirmTransfer'
import { MyEnrollments } from '../../../shared/contracts/myEnrollments'
import { TransferRefund } from '../../../shared/contracts/transferRefund'
import { newKey } from '../world/payer'
import { all, approved, balances, orderNow, paidTwice, refundNow } from '../world/refunds'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld(undefined, { refundDelayMs: 'byHand' })
})
afterEach(() => world.stop())

const follow = () => followRefunds(world.service)
const stateOf = async (refundNumber: string) => (await refundNow(world, refundNumber)).state
const alarms = (event: string) => world.lines.filter((line) => line.event === event && line.alarm === true)
const backAtWechat = { wechat: 0, contributions: 0, toReturn: 0 }

/** What WeChat says about a refund; the callback of it is handed in by hand. */
const callback = (refundNumber: string) =>
  receiveNotification(world.simulator.refundCallbackOf(refundNumber), world.service)

async function stated(refundNumber: string, change: Partial<StatedRefund> = {}): Promise<StatedRefund> {
  const { orderNumber, transactionId, fen } = await refundNow(world, refundNumber)
  if (orderNumber === null || transactionId === null) throw new Error('not of an order')
  return {
    refundNumber,
    orderNumber,
    transactionId,
    wechatRefundId: '50300000000000000000000000000',
    fen,
    paidFen: fen,
    merchantId: world.service.settings.merchantId,
    status: 'succeeded',
    succeededAt: world.service.clock.now(),
    ...change,
  }
}

let events = 0
/** A genuine callback that says this. */
async function said(refund: StatedRefund) {
  events += 1
  const eventId = `event-${events}`
  world.breakPayments({ readNotification: () => ({ kind: 'refund', eventId, refund }) })
  const answer = await receiveNotification({ body: '', headers: {} }, world.service)
  world.mendPayments()
  return answer
}

test('approved, handed over, on its way, back: once in the ledger, the enrollment withdrawn, the claim free', async () => {
  const { ask, start, residentId, orderNumber, refundNumber } = await approved(world, 'o-1', 'wechat')
  await follow()
  expect(await stateOf(refundNumber)).toBe('processing')
  expect(await orderNow(world, orderNumber)).toMatchObject({ refundedFen: 0 })
  await follow()
  expect(await stateOf(refundNumber)).toBe('processing')
  await world.simulator.endRefund(refundNumber, 'SUCCESS', false)
  await follow()
  expect(await stateOf(refundNumber)).toBe('succeeded')
  expect(await orderNow(world, orderNumber)).toMatchObject({ reservedFen: 40000, refundedFen: 40000 })
  expect(await balances(world)).toEqual(backAtWechat)
  expect(replyOf(await ask(MyEnrollments, { residentId })).years[0]).toMatchObject({ enrolled: false })
  expect((await start({ key: newKey() })).kind).toBe('done')
  expect(await follow()).toEqual({ looked: 0 })
})

test('our own fault goes back without anybody; the other record’s enrollment stays', async () => {
  const { residentId, orderNumber, refundNumber } = await paidTwice(world, 'o-1')
  expect(await balances(world)).toEqual({ wechat: 40000, toReturn: -40000 })
  await follow()
  await world.simulator.endRefund(refundNumber, 'SUCCESS')
  await world.simulator.settled()
  expect(world.statuses.at(-1)).toBe(200)
  expect(await stateOf(refundNumber)).toBe('succeeded')
  expect(await balances(world)).toEqual({ wechat: 0, toReturn: 0 })
  expect((await world.store.get('enrollments', `${residentId}-2031`))?.fields.withdrawnAt).toBeNull()
  const order = await orderNow(world, orderNumber)
  const claim = await world.store.get('claims', order.lines[0]?.claimId ?? '')
  expect(claim?.fields.orderNumber).toBeNull()
})

test('a hundred callbacks at once and the job beside them are one arrival', async () => {
  const { refundNumber, orderNumber } = await approved(world, 'o-1', 'wechat')
  await follow()
  await world.simulator.endRefund(refundNumber, 'SUCCESS', false)
  const answers = await Promise.all([
    follow(),
    ...Array.from({ length: 100 }, () => callback(refundNumber)),
    follow(),
  ])
  for (const answer of answers) if ('status' in answer) expect(answer).toEqual({ status: 200 })
  expect(await orderNow(world, orderNumber)).toMatchObject({ refundedFen: 40000 })
  expect(await balances(world)).toEqual(backAtWechat)
  const entries = (await all(world, 'ledger', 'at')).map(({ id }) => id.split('-')[0])
  expect(entries.sort()).toEqual(['owe', 'pay', 'refund'])
})

test('a late or reordered word changes nothing', async () => {
  const { refundNumber } = await approved(world, 'o-1', 'wechat')
  await follow()
  await said(await stated(refundNumber))
  const before = await refundNow(world, refundNumber)
  for (const status of ['processing', 'abnormal', 'closed'] as const)
    expect(await said(await stated(refundNumber, { status, succeededAt: null }))).toEqual({ status: 200 })
  expect(await refundNow(world, refundNumber)).toEqual(before)
  expect(await balances(world)).toEqual(backAtWechat)
})

test('the callback may be faster than our own word that it was handed over', async () => {
  const { refundNumber } = await approved(world, 'o-1', 'wechat')
  await said(await stated(refundNumber))
  expect(await stateOf(refundNumber)).toBe('succeeded')
  expect(await balances(world)).toEqual(backAtWechat)
})

describe('an answer that never comes', () => {
  test('is asked for under the same number, and WeChat has one refund', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    const { refund } = world.service.payments
    world.breakPayments({
      refund: async (request) => {
        await refund(request)
        return { kind: 'unknown' }
      },
    })
    await follow()
    expect(await stateOf(refundNumber)).toBe('submitted')
    world.mendPayments()
    await follow()
    expect(await stateOf(refundNumber)).toBe('processing')
    expect(world.simulator.refunds().map((one) => one.refundNumber)).toEqual([refundNumber])
  })

  test('to a request that never arrived is sent again', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    world.breakPayments({ refund: async () => ({ kind: 'unknown' }) })
    await follow()
    world.mendPayments()
    expect(world.simulator.refunds()).toHaveLength(0)
    await follow()
    expect(await stateOf(refundNumber)).toBe('processing')
  })

  test('where WeChat has no money at hand, it is tried until there is', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    world.simulator.faults.plan('notEnough')
    await follow()
    expect(await stateOf(refundNumber)).toBe('submitted')
    await follow()
    expect(await stateOf(refundNumber)).toBe('processing')
  })

  test('it was written down before WeChat was asked, so a crash in between loses nothing', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    world.breakPayments({ refund: () => Promise.reject(new Error('crash')) })
    await follow()
    expect(await stateOf(refundNumber)).toBe('submitted')
    expect(alarms('refundNotFollowed')).toHaveLength(1)
    world.mendPayments()
    await follow()
    expect(await stateOf(refundNumber)).toBe('processing')
  })
})

describe('WeChat does not pay it', () => {
  test('refused for good: closed with an alarm, and the finance office transfers it', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    world.breakPayments({ refund: async () => ({ kind: 'refused', code: 'INVALID_REQUEST' }) })
    await follow()
    expect(await refundNow(world, refundNumber)).toMatchObject({ state: 'closed', desk: 'finance' })
    expect(alarms('refundRefused')).toMatchObject([{ refundNumber, code: 'INVALID_REQUEST' }])
    world.mendPayments()
    await transferred(refundNumber)
    expect(await balances(world)).toEqual({ wechat: 40000, contributions: 0, toReturn: 0, treasury: -40000 })
  })

  test('refused, but an earlier request had been taken: WeChat’s word about the number counts', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    const { refund } = world.service.payments
    world.breakPayments({
      refund: async (request) => {
        await refund(request)
        return { kind: 'refused', code: 'INVALID_REQUEST' }
      },
    })
    await follow()
    expect(await stateOf(refundNumber)).toBe('processing')
    expect(alarms('refundRefused')).toEqual([])
  })

  test.each([
    ['ABNORMAL', 'abnormal'],
    ['CLOSED', 'closed'],
  ] as const)('%s: recorded with an alarm, and waits for the finance office', async (end, state) => {
    const { refundNumber, orderNumber } = await approved(world, 'o-1', 'wechat')
    await follow()
    await world.simulator.endRefund(refundNumber, end)
    await world.simulator.settled()
    expect(await refundNow(world, refundNumber)).toMatchObject({ state, desk: 'finance' })
    expect(alarms('refundRecorded')).toMatchObject([{ refundNumber, status: state }])
    expect(await orderNow(world, orderNumber)).toMatchObject({ reservedFen: 40000, refundedFen: 0 })
    await transferred(refundNumber)
    expect(await stateOf(refundNumber)).toBe('confirmed')
  })

  test('abnormal, and arrived after all before finance has paid: recorded, and nothing is transferred', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    await follow()
    await said(await stated(refundNumber, { status: 'abnormal', succeededAt: null }))
    expect(await stateOf(refundNumber)).toBe('abnormal')
    await world.simulator.endRefund(refundNumber, 'SUCCESS', false)
    const finance = await world.staff('finance')
    expect(await finance(TransferRefund, { refundNumber, voucher: 'PZ-0001' })).toMatchObject({
      refusal: 'notAtThisDesk',
    })
    expect(await stateOf(refundNumber)).toBe('succeeded')
    expect(await balances(world)).toEqual(backAtWechat)
  })

  test('while WeChat may still pay it, or does not answer, nothing is transferred', async () => {
    const { refundNumber } = await approved(world, 'o-1', 'wechat')
    await follow()
    await said(await stated(refundNumber, { status: 'abnormal', succeededAt: null }))
    const finance = await world.staff('finance')
    const transfer = () => finance(TransferRefund, { refundNumber, voucher: 'PZ-0001' })
    expect(await transfer()).toMatchObject({ refusal: 'wechatUndecided' })
    world.breakPayments({ queryRefund: async () => ({ kind: 'unknown' }) })
    expect(await transfer()).toMatchObject({ refusal: 'wechatUndecided' })
    expect(await stateOf(refundNumber)).toBe('abnormal')
  })

  test('paid by WeChat after the finance office has transferred: an alarm, and the ledger is still the bill', async () => {
    const { refundNumber, orderNumber } = await approved(world, 'o-1', 'wechat')
    await follow()
    await world.simulator.endRefund(refundNumber, 'ABNORMAL')
    await world.simulator.settled()
    await transferred(refundNumber)
    for (let times = 0; times < 2; times += 1) await said(await stated(refundNumber))
    expect(alarms('refundQuarantined')).toMatchObject([{ refundNumber, mismatch: 'notAsked' }])
    expect(await stateOf(refundNumber)).toBe('confirmed')
    expect(await orderNow(world, orderNumber)).toMatchObject({ refundedFen: 40000 })
    expect(await balances(world)).toEqual({
      wechat: 0,
      contributions: 0,
      toReturn: 0,
      treasury: -40000,
      suspense: 40000,
    })
  })
})

/** By two people of the finance office. */
async function transferred(refundNumber: string): Promise<void> {
  const [cashier, second] = await Promise.all([world.staff('finance'), world.staff('finance')])
  replyOf(await cashier(TransferRefund, { refundNumber, voucher: 'PZ-0001' }))
  replyOf(await second(ConfirmTransfer, { refundNumber }))
}

test.each([
  ['another sum', 'fen', { fen: 1 }],
  ['another paid sum', 'paidFen', { paidFen: 1 }],
  ['another merchant', 'merchantId', { merchantId: '1999999999' }],
  ['another order', 'orderNumber', { orderNumber: 'NOBODYMADETHIS' }],
  ['another payment', 'transactionId', { transactionId: '4200000000000000000000000000' }],
  ['a refund nobody began', 'unknownRefund', { refundNumber: 'NOBODYMADETHIS-0-1' }],
])(
  'a genuine callback about %s is kept aside with an alarm, and changes nothing',
  async (_what, mismatch, change) => {
    const { refundNumber, orderNumber } = await approved(world, 'o-1', 'wechat')
    await follow()
    const refund = await stated(refundNumber, change)
    expect(await said(refund)).toEqual({ status: 200 })
    expect(await said(refund)).toEqual({ status: 200 })
    expect(alarms('refundQuarantined')).toMatchObject([{ mismatch }])
    expect((await all(world, 'quarantine', 'mismatch')).map(({ fields }) => fields.mismatch)).toEqual([
      mismatch,
    ])
    expect(await stateOf(refundNumber)).toBe('processing')
    expect(await orderNow(world, orderNumber)).toMatchObject({ refundedFen: 0 })
    // What WeChat paid out for us is in its bill, so it is in the ledger; another merchant's is not ours.
    const gone = mismatch === 'merchantId' ? 0 : refund.fen
    expect((await balances(world)).suspense ?? 0).toBe(gone)
    expect((await balances(world)).wechat).toBe(40000 - gone)
  },
)

test('a store that fails makes WeChat send again, and nothing is half-written', async () => {
  const { refundNumber } = await approved(world, 'o-1', 'wechat')
  await follow()
  await world.simulator.endRefund(refundNumber, 'SUCCESS', false)
  const failing = { ...world.service.store, transaction: () => Promise.reject(new Error('down')) }
  const raw = world.simulator.refundCallbackOf(refundNumber)
  expect(await receiveNotification(raw, { ...world.service, store: failing })).toEqual({ status: 500 })
  expect(await stateOf(refundNumber)).toBe('processing')
  expect(await receiveNotification(raw, world.service)).toEqual({ status: 200 })
  expect(await stateOf(refundNumber)).toBe('succeeded')
})
