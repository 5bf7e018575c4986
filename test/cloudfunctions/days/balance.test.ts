/** One day of a county, from the first payment to the departments' receipts. WeChat is the simulator, over HTTP. */
import { post } from '../../../cloudfunctions/_ledger/ledgerRecord'
import { settleOrder } from '../../../cloudfunctions/_orders/settleOrder'
import { balanceDays } from '../../../cloudfunctions/jobs/balanceDays'
import { CancelPayment } from '../../../shared/contracts/cancelPayment'
import { Receipt } from '../../../shared/contracts/receipt'
import { replyOf } from '../world/startWorld'
import { startDayWorld, type DayWorld } from '../world/dayWorld'

const day = '2030-11-20'
const next = '2030-11-21'
const after = '2030-11-22'

let world: DayWorld
beforeEach(async () => {
  world = await startDayWorld()
  world.setClock(day, '12:00:00')
})
afterEach(() => world.stop())

const linesOf = (content = '') => content.replace('\uFEFF', '').split('\r\n')

test('a day is cut after midnight, balanced when the bill is there, sent, and confirmed by every department', async () => {
  await world.pay('o-1')
  world.later(1)
  const second = await world.pay('o-2')
  await world.round(day, '23:59:59')
  expect(await world.day(day)).toMatchObject({ state: 'open' })
  await world.round(next, '00:00:10')
  expect(await world.day(day)).toMatchObject({ state: 'cut' })
  await world.round(next, '09:59:00')
  expect(world.files).toEqual([])

  await world.round(next, '10:01:00')
  expect(await world.day(day)).toMatchObject({
    state: 'confirmed',
    settled: true,
    reconciled: true,
    version: 1,
    counted: 2,
  })
  expect(world.filesOf(day, 'rivertown', 'finance')).toHaveLength(1)
  const lines = linesOf(world.filesOf(day)[0]?.content)
  expect(lines.slice(0, 5)).toEqual([
    '征缴明细,河样县,rivertown',
    `日期,${day}`,
    '版本,1',
    '对账状态,已对账',
    '应推送时刻,次日 16:00,通知未载明，为本服务平常的时刻',
  ])
  expect(lines).toHaveLength(5 + 1 + 2 + 1 + 1)
  expect(lines[7]).toMatch(new RegExp(`^${second.person.name},6299\\*\\*\\*\\*..,样例镇,2031,400.00,${day} `))
  expect(lines[7]).toContain(`,${second.orderNumber},42`)
  expect(lines[8]).toBe('合计,2 笔,,,800.00,,,')
  expect(world.alarms()).toEqual([])

  const sent = world.files.length
  await world.round(next, '10:03:00')
  expect(world.files).toHaveLength(sent)
})

test('the last tenth of a second belongs to the day, the next one does not', async () => {
  for (const [openId, paidAt] of [
    ['o-1', '2030-11-20T15:59:59.900Z'],
    ['o-2', '2030-11-20T16:00:00.000Z'],
  ] as const) {
    const { orderNumber } = await world.pay(openId, 'confirmWithoutCallback')
    const state = await world.service.payments.query(orderNumber)
    if (state.kind !== 'paid') throw new Error(state.kind)
    await settleOrder(world.service, { ...state.payment, paidAt }, null)
  }
  const { documents } = await world.store.find('ledger', {
    where: {},
    sort: { field: 'at', order: 'ascending' },
    limit: 10,
  })
  expect(documents.map(({ fields }) => fields.day)).toEqual([day, next])
})

test('without a bill the day is sent before its time as unreconciled, with an alarm; the bill makes another version', async () => {
  await world.pay('o-1')
  world.breakPayments({ bill: async () => ({ kind: 'notYet' }) })
  await world.round(next, '12:01:00')
  expect(world.alarms()).toEqual(['dayNotCompared'])
  await world.round(next, '14:01:00')
  await world.round(next, '14:03:00')
  expect(world.alarms().filter((event) => event === 'dayNotBalanced')).toHaveLength(1)
  expect(world.files).toEqual([])
  await world.round(next, '15:00:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', settled: false, version: 1 })
  expect(world.filesOf(day)[0]?.content).toContain('对账状态,未对账')

  world.mendPayments()
  await world.round(next, '17:00:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', settled: true, version: 2 })
  expect(world.filesOf(day).map(({ fileName }) => fileName)).toEqual([
    `rivertown-${day}-v1.csv`,
    `rivertown-${day}-v2.csv`,
  ])
  expect(world.filesOf(day)[1]?.content).toContain('对账状态,已对账')
})

test.each(['cutOnTheWay', 'wrongHash', 'elsewhere', 'writtenShort', 'creating'] as const)(
  'a bill that is %s is not taken, and asked for again',
  async (fault) => {
    await world.pay('o-1')
    world.simulator.billFaults.plan(fault)
    await world.round(next, '10:01:00')
    expect(await world.day(day)).toMatchObject({ state: 'cut' })
    expect(world.alarms()).toEqual(fault === 'writtenShort' ? ['billNotTrusted'] : [])
    await world.round(next, '10:03:00')
    expect(await world.day(day)).toMatchObject({ state: 'confirmed', reconciled: true })
    expect((await world.differences(day, 'nowhere')).every(({ open }) => !open)).toBe(true)
  },
)

test('where callback and poller heard nothing, the bill heals', async () => {
  const { orderNumber } = await world.pay('o-1', 'confirmWithoutCallback')
  await balanceDays(world.ports())
  world.setClock(next, '10:01:00')
  await balanceDays(world.ports())
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
  expect(await world.differences(day)).toMatchObject([
    { kind: 'paymentUnknownHere', orderNumber, hereFen: null, thereFen: 40000, open: false },
  ])
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', reconciled: true, counted: 1 })
  expect(world.filesOf(day)[0]?.content).toContain(orderNumber)
})

test('a row of an order nobody made is an alarm, belongs to no county, and holds no county up', async () => {
  await world.pay('o-1')
  world.simulator.billFaults.plan('strangerRow')
  await world.round(next, '10:01:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', reconciled: true })
  expect(await world.differences(day, 'nowhere')).toMatchObject([
    { kind: 'paymentUnknownHere', hereFen: null, thereFen: 12345, open: true },
  ])
  expect(world.alarms()).toEqual(['dayDiffers'])
})

test.each([
  ['missingRow', 'paymentUnknownThere', 40000, null],
  ['otherSum', 'amountDiffers', 40000, 40001],
] as const)(
  'a bill with %s is an alarm (%s), and the day is sent before its time as unreconciled',
  async (fault, kind, hereFen, thereFen) => {
    await world.pay('o-1')
    await world.pay('o-2')
    world.simulator.billFaults.plan(fault)
    await world.round(next, '10:01:00')
    expect(await world.day(day)).toMatchObject({ state: 'differs', differences: 1 })
    expect(await world.differences(day)).toMatchObject([{ kind, hereFen, thereFen, open: true }])
    expect(world.alarms()).toEqual(['dayDiffers'])
    await world.round(next, '10:45:00')
    expect(world.alarms()).toEqual(['dayDiffers'])
    expect(world.files).toEqual([])
    await world.round(next, '15:01:00')
    expect(await world.day(day)).toMatchObject({ state: 'confirmed', settled: false, reconciled: false })
    expect(world.filesOf(day)[0]?.content).toContain('对账状态,未对账')
  },
)

test('a payment that turns up after the day was confirmed corrects it: another version with everybody on it', async () => {
  await world.pay('o-1')
  await world.round(next, '10:01:00')
  const late = await world.pay('o-2', 'confirmWithoutCallback')
  const state = await world.service.payments.query(late.orderNumber)
  if (state.kind !== 'paid') throw new Error(state.kind)
  await settleOrder(world.service, { ...state.payment, paidAt: '2030-11-20T10:00:00.000Z' }, null)
  await world.round(next, '11:00:00')
  expect(await world.day(day)).toMatchObject({ state: 'differs', version: 1 })
  await world.round(next, '15:01:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', version: 2 })
  expect(linesOf(world.filesOf(day)[1]?.content).at(-2)).toBe('合计,2 笔,,,800.00,,,')
})

test('a department that gives no answer gets the same file again; one that refuses is not asked again', async () => {
  await world.pay('o-1')
  world.answers.bureau = ['unknown', 'unknown']
  world.answers.finance = ['refused']
  await world.round(next, '10:01:00')
  await world.round(next, '10:03:00')
  await world.round(next, '10:05:00')
  await world.round(next, '10:07:00')
  const bureau = world.filesOf(day)
  expect(bureau).toHaveLength(3)
  expect(new Set(bureau.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(world.filesOf(day, 'rivertown', 'finance')).toHaveLength(1)
  expect(await world.day(day)).toMatchObject({ state: 'pushed', version: 1 })
  await world.round(next, '16:01:00')
  expect(world.alarms()).toEqual(['pushRefused', 'pushNotReceived'])
})

test('a day on which nobody paid is sent as well: a file without lines', async () => {
  await world.round(day, '12:00:00')
  await world.round(next, '10:01:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', counted: 0 })
  expect(linesOf(world.filesOf(day)[0]?.content).at(-2)).toBe('合计,0 笔,,,0.00,,,')
  expect(await world.day(day, 'hilltown')).toBeUndefined()
})

test('one bill holds the rows of two counties; each day has its own', async () => {
  await world.pay('o-1')
  await world.pay('o-2', 'confirm', { region: 'brooktown' })
  await world.round(next, '10:01:00')
  for (const region of ['rivertown', 'brooktown']) {
    expect(await world.day(day, region)).toMatchObject({ state: 'confirmed', reconciled: true, counted: 1 })
    expect(linesOf(world.filesOf(day, region)[0]?.content).at(-2)).toBe('合计,1 笔,,,400.00,,,')
  }
})

test('days that passed while nobody was here are caught up in order', async () => {
  await world.pay('o-1')
  await world.round(day, '13:00:00')
  await world.round('2030-11-25', '10:30:00')
  const names = world.filesOf('2030-11').map(({ fileName }) => fileName)
  expect(names).toEqual(
    [day, next, after, '2030-11-23', '2030-11-24'].map((date) => `rivertown-${date}-v1.csv`),
  )
})

test('a resident’s receipt says when the bureau received the day, and not before', async () => {
  const { ask, orderNumber } = await world.pay('o-1')
  const statusOf = async () => replyOf(await ask(Receipt, { orderNumber })).status
  world.answers.bureau = ['unknown']
  await world.round(next, '10:01:00')
  expect(await statusOf()).toMatchObject({ tax: 'received', bureau: 'awaiting' })
  await world.round(next, '10:03:00')
  const { bureau, asOf } = await statusOf()
  expect([bureau, asOf.slice(0, 16)]).toEqual(['arrived', '2030-11-21T02:03'])

  const late = await world.pay('o-2', 'confirmWithoutCallback')
  const state = await world.service.payments.query(late.orderNumber)
  if (state.kind !== 'paid') throw new Error(state.kind)
  await settleOrder(world.service, { ...state.payment, paidAt: '2030-11-20T10:00:00.000Z' }, null)
  const { status } = replyOf(await late.ask(Receipt, { orderNumber: late.orderNumber }))
  expect(status.bureau).toBe('awaiting')
})

test('money that came too late and went back is in bill and ledger, and on nobody’s collection detail', async () => {
  const one = await world.pay('o-1', 'confirmWithoutCallback')
  world.breakPayments({ query: async () => ({ kind: 'notPaid' }), close: async () => 'closed' })
  await one.ask(CancelPayment, { orderNumber: one.orderNumber })
  world.mendPayments()
  const state = await world.service.payments.query(one.orderNumber)
  if (state.kind !== 'paid') throw new Error(state.kind)
  await settleOrder(world.service, state.payment, null)
  await world.round(day, '13:00:00')
  await world.round(next, '10:01:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', reconciled: true, counted: 2 })
  expect(linesOf(world.filesOf(day)[0]?.content).at(-2)).toBe('合计,0 笔,,,0.00,,,')
})

/** A refund is approved, in the books of `day`: WeChat's bill knows nothing of it yet. */
const owe = ({ residentId, orderNumber }: Awaited<ReturnType<DayWorld['pay']>>) =>
  world.store.transaction((documents) =>
    post(documents, {
      kind: 'owe',
      region: 'rivertown',
      day,
      at: world.service.clock.now(),
      recordedAt: world.service.clock.now(),
      orderNumber,
      transactionId: '42',
      refundNumber: `${orderNumber}-0-1`,
      postings: [
        { account: 'contributions', fen: 40000, residentId },
        { account: 'toReturn', fen: -40000, residentId },
      ],
    }),
  )

test('a day that is corrected when WeChat keeps its bill no more is balanced by the one that was taken', async () => {
  const paid = await world.pay('o-1')
  await world.round(next, '10:01:00')
  expect(await world.day(day)).toMatchObject({ state: 'confirmed', reconciled: true, version: 1 })
  await owe(paid)
  await world.round('2031-03-05', '10:01:00')
  expect(await world.day(day)).toMatchObject({
    state: 'confirmed',
    settled: true,
    reconciled: true,
    version: 2,
  })
})

test('an approved refund is a line of its own, with a minus', async () => {
  await owe(await world.pay('o-1'))
  await world.round(next, '10:01:00')
  const lines = linesOf(world.filesOf(day)[0]?.content)
  expect(lines.slice(6, 8).map((line) => line.split(',')[4])).toEqual(['400.00', '-400.00'])
  expect(lines.at(-2)).toBe('合计,2 笔,,,0.00,,,')
})

test('outside the collection a day begins while WeChat is paying something back, because its bill will list it', async () => {
  await world.round('2031-03-05', '09:00:00')
  expect(await world.day('2031-03-05')).toBeUndefined()
  await world.store.insert('refunds', 'ANYORDERTHATWASPAID1-0-1', {
    region: 'rivertown',
    desk: 'wechat',
    requestedAt: '2031-03-05T00:00:00.000Z',
  })
  await world.round('2031-03-05', '09:02:00')
  expect(await world.day('2031-03-05')).toMatchObject({ state: 'open' })
})
