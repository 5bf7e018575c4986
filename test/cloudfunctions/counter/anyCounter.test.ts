/** Whatever counters, phones and clerks do in whatever order: nobody is enrolled twice, no fen is taken twice, the town's days add up. */
import fc from 'fast-check'
import { verifyLedger } from '../../../cloudfunctions/_ledger/verify/verifyLedger'
import { isHeldByTown } from '../../../cloudfunctions/_counter/counterChannels'
import type { CounterPaymentFields } from '../../../cloudfunctions/_counter/counterPaymentRecord'
import type { ReversalFields } from '../../../cloudfunctions/_counter/reversalRecord'
import type { TownDayFields } from '../../../cloudfunctions/_counter/townDayRecord'
import type { OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { CancelPayment } from '../../../shared/contracts/cancelPayment'
import { EnterCounterPayment, WithdrawCounterPayment } from '../../../shared/contracts/counterPayments'
import { AskReversal, DecideReversal } from '../../../shared/contracts/counterReversals'
import { CloseTownDay, ConfirmTownDay, TownDayAccount } from '../../../shared/contracts/townDay'
import { newKey, payerOf } from '../world/payer'
import { all } from '../world/refunds'
import { standInTables } from '../world/standInTables'
import { replyOf, startWorld, type World } from '../world/startWorld'

let world: World
let clerks: Awaited<ReturnType<World['staff']>>[]
const town = '样例镇'
const days = ['2030-11-18', '2030-11-19', '2030-11-20'] as const

beforeAll(async () => {
  world = await startWorld()
  const channels = ['wechat', 'bankCounter', 'townAgent'].map((channel) => ({ channel, clause: '六' }))
  world.service.policies = servePolicies(standInTables.map((table) => ({ ...table, channels })))
  clerks = [
    await world.staff('clerk', { town }),
    await world.staff('clerk', { town }),
    await world.staff('bureau'),
  ]
})
afterAll(() => world.stop())

const who = fc.nat({ max: 2 })
const by = fc.nat({ max: 2 })
const day = fc.constantFrom(...days)
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enter' as const),
      who,
      by,
      day,
      receipt: fc.nat({ max: 3 }),
      channel: fc.constantFrom('bankCounter', 'townAgent'),
      /** The same person comes by another door in the same moment. */
      race: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('withdraw' as const), by, receipt: fc.nat({ max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('ask' as const), by, receipt: fc.nat({ max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('confirmOne' as const, 'decline' as const), by }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('start' as const), who, elsewhere: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'cancel' as const), who }) },
  fc.record({ do: fc.constantFrom('close' as const, 'confirm' as const, 'sendBack' as const), by, day }),
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

/** Three people whom two counties know, each with a phone. */
async function threePeople() {
  const people = []
  for (let i = 0; i < 3; i += 1) {
    const here = await world.addPerson({ region: 'lakeside', town })
    const there = await world.addPerson({ region: 'brooktown', idNumber: here.idNumber, name: here.name })
    const openId = `o-${here.residentId}`
    people.push({
      idNumber: here.idNumber,
      residentIds: [here.residentId, there.residentId],
      here: await payerOf(world, openId, here),
      there: await payerOf(world, openId, { ...there, relation: 'other' }),
      orders: [] as { orderNumber: string; prepayId: string }[],
    })
  }
  return people
}
type People = Awaited<ReturnType<typeof threePeople>>

async function start(person: People[number], elsewhere: boolean) {
  const outcome = await (elsewhere ? person.there : person.here).start({ key: newKey() })
  if (outcome.kind !== 'done' || outcome.reply.kind !== 'wechat') return
  const { orderNumber, invocation } = outcome.reply
  person.orders.push({ orderNumber, prepayId: invocation.package.replace('prepay_id=', '') })
}

async function act(people: People, run: number, one: Action): Promise<unknown> {
  const person = 'who' in one ? people[one.who] : undefined
  const ask = clerks['by' in one ? one.by : 0]
  if (!ask) return undefined
  switch (one.do) {
    case 'enter': {
      if (!person) return undefined
      const payment = {
        residentId: person.here.residentId,
        coverageYear: 2031,
        receipt: `R-${run}-${one.receipt}`,
        fen: 40000,
        paidOn: one.day,
        channel: one.channel,
        papersSeen: [],
      }
      return one.race
        ? Promise.all([ask(EnterCounterPayment, payment), start(person, false), start(person, true)])
        : ask(EnterCounterPayment, payment)
    }
    case 'withdraw': {
      const standing = await payments(run)
      const found = standing.find(({ fields }) => fields.receipt === `R-${run}-${one.receipt}`)
      return found && ask(WithdrawCounterPayment, { paymentId: found.id, reason: 'other' })
    }
    case 'ask': {
      const standing = (await payments(run)).filter(
        ({ fields }) => fields.state === 'entered' && fields.bookedOn,
      )
      const found = standing[one.receipt % Math.max(1, standing.length)]
      if (!found) return undefined
      // What can still be taken back is: its day is added up first.
      await act(people, run, { do: 'close', by: 0, day: found.fields.bookedOn as (typeof days)[number] })
      return ask(AskReversal, { paymentId: found.id, reason: 'otherPerson' })
    }
    case 'confirmOne':
    case 'decline': {
      const { documents } = await world.store.find('counterReversals', {
        where: { state: 'asked' },
        sort: { field: 'askedAt', order: 'ascending' },
        limit: 1,
      })
      const [first] = documents
      const decision = one.do === 'decline' ? ('declined' as const) : ('confirmed' as const)
      return first && ask(DecideReversal, { reversalId: first.id, decision })
    }
    case 'start':
      return person && start(person, one.elsewhere)
    case 'pay': {
      const order = person?.orders.at(-1)
      if (!order) return undefined
      await world.simulator.decide(order.prepayId, 'confirm').catch(() => undefined)
      return world.simulator.settled()
    }
    case 'cancel': {
      const order = person?.orders.at(-1)
      return order && person?.here.ask(CancelPayment, { orderNumber: order.orderNumber })
    }
    case 'close': {
      const { line } = replyOf(await ask(TownDayAccount, { town, date: one.day }))
      const { payments: count, fen, reversedFen, depositedFen } = line
      const seen = { payments: count, fen, reversedFen, depositedFen }
      return ask(CloseTownDay, { date: one.day, seen, difference: 'depositedLater' })
    }
    default:
      return ask(ConfirmTownDay, {
        town,
        date: one.day,
        decision: one.do === 'confirm' ? 'confirmed' : 'sentBack',
      })
  }
}

const payments = async (run: number) =>
  (await all<CounterPaymentFields>(world, 'counterPayments', 'enteredAt')).filter(({ fields }) =>
    fields.receipt.startsWith(`R-${run}-`),
  )

/** Every way in which this person stands as paid for, whatever county and counter. */
async function paidWays({ residentIds }: People[number], run: number): Promise<string[]> {
  const counters = (await payments(run)).filter(
    ({ fields }) => fields.state === 'entered' && residentIds.includes(fields.residentId),
  )
  const orders = (await all<OrderFields>(world, 'orders', 'createdAt')).filter(({ fields }) =>
    fields.lines.some(
      (line) =>
        fields.state === 'paid' && line.refundNumber === null && residentIds.includes(line.residentId),
    ),
  )
  return [...counters, ...orders].map(({ id }) => id)
}

async function holds(people: People, run: number): Promise<void> {
  for (const person of people) {
    const ways = await paidWays(person, run)
    expect(ways.length).toBeLessThanOrEqual(1)
    const standing = []
    for (const residentId of person.residentIds) {
      const enrollment = await world.store.get('enrollments', `${residentId}-2031`)
      if (enrollment && enrollment.fields.withdrawnAt === null) standing.push(enrollment.fields)
    }
    expect(standing.map(({ orderNumber, counterPayment }) => orderNumber ?? counterPayment)).toEqual(ways)
  }
}

const sumsOf = (some: readonly { fields: { fen: number; channel: string } }[]): number[] => {
  const sum = (ones: typeof some) => ones.map(({ fields }) => fields.fen).reduce((a, b) => a + b, 0)
  return [some.length, sum(some), sum(some.filter(({ fields }) => isHeldByTown(fields.channel)))]
}

/** Added up here from the payments alone, in another way than the service does. */
async function daysAddUp(): Promise<void> {
  const standing = (await all<CounterPaymentFields>(world, 'counterPayments', 'enteredAt')).filter(
    ({ fields }) => fields.state === 'entered' && fields.town === town,
  )
  const reversed = (await all<ReversalFields>(world, 'counterReversals', 'askedAt')).filter(
    ({ fields }) => fields.state === 'confirmed' && fields.town === town,
  )
  for (const { fields } of await all<TownDayFields>(world, 'townDays', 'date')) {
    const booked = [...standing, ...reversed].filter((one) => one.fields.bookedOn === fields.date)
    const against = reversed.filter((one) => one.fields.reversedOn === fields.date)
    expect([fields.payments, fields.fen, fields.heldFen]).toEqual(sumsOf(booked))
    expect([fields.reversals, fields.reversedFen, fields.reversedHeldFen]).toEqual(sumsOf(against))
  }
}

let run = 0
test('no sequence gives a person two enrollments or takes a fen twice, and every town’s day is the sum of its payments', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 8, maxLength: 20 }), async (actions) => {
      run += 1
      const people = await threePeople()
      for (const one of actions) {
        await act(people, run, one)
        await holds(people, run)
      }
      await daysAddUp()
    }),
    { numRuns: 20 },
  )
  const { merchantId } = world.service.settings
  const { violations, counts } = await verifyLedger(world.store, {
    merchantId,
    now: world.service.clock.now(),
  })
  expect(violations).toEqual([])
  // What never gets anywhere proves nothing.
  expect(counts.counterPayments).toBeGreaterThan(10)
  expect(counts.counterReversals).toBeGreaterThan(2)
  expect(counts.payments).toBeGreaterThan(3)
})
