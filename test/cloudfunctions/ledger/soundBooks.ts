import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { verifyLedger, verifySorts, type Verified } from '../../../cloudfunctions/_ledger/verify/verifyLedger'
import { settleOrder } from '../../../cloudfunctions/_orders/settleOrder'
import type { Fields } from '../../../cloudfunctions/_ports/store'
import { CancelPayment } from '../../../shared/contracts/cancelPayment'
import { counterClerk } from '../world/counterClerk'
import { startDayWorld } from '../world/dayWorld'
import { opened, payer } from '../world/payer'
import { approved, backByTransfer, paid, paidTwice } from '../world/refunds'
import type { World } from '../world/startWorld'

/** Everything a database holds, so that one document can be spoilt and the rest stays. */
export type Database = Map<string, Map<string, Fields>>

/** Orders, by what became of them; the day is 2030-11-20, and 2030-11-21 has begun. */
export interface SoundBooks {
  database: Database
  merchantId: string
  now: string
  /** Order numbers. */
  standing: string
  givenBack: string
  twice: string
  late: string
  closed: string
  open: string
  /** The id of a counter payment that stands, and the town's day in which it is. */
  counter: string
  townDay: string
  /** The ids of one whose money went back, and of its refund. */
  paidBack: string
  counterRefund: string
  /** The ids of one that was reversed, and of its reversal. */
  reversed: string
  reversal: string
}

const sorts = { ...verifySorts, billRows: ['row'], pushes: ['version'] } as const
const [day, next] = ['2030-11-20', '2030-11-21']

/** A day with everything on it that can happen to an order, balanced and sent. */
export async function soundBooks(): Promise<SoundBooks> {
  const world = await startDayWorld()
  world.setClock(day, '12:00:00')
  const standing = await paid(world, 'o-1')
  const givenBack = await approved(world, 'o-2', 'wechat')
  const twice = await paidTwice(world, 'o-3')
  const lakeside = { region: 'lakeside' }
  const late = await payer(world, 'o-4', lakeside)
  const { orderNumber, prepayId } = opened(await late.start())
  await world.simulator.decide(prepayId, 'confirmWithoutCallback')
  world.breakPayments({ query: async () => ({ kind: 'notPaid' }), close: async () => 'closed' })
  await late.ask(CancelPayment, { orderNumber })
  world.mendPayments()
  const state = await world.service.payments.query(orderNumber)
  if (state.kind === 'paid') await settleOrder(world.service, state.payment, null)
  const closed = opened(await (await payer(world, 'o-5', lakeside)).start())
  for (const time of ['13:00:00', '13:02:00', '13:04:00']) await world.round(day, time)
  await world.round(next, '10:01:00')
  const open = opened(await (await payer(world, 'o-6', lakeside)).start())
  const counter = await takenAtCounter(world)

  const database: Database = new Map()
  for (const [collection, fields] of Object.entries(sorts)) {
    const found = new Map<string, Fields>()
    for (const field of fields) {
      const query = { where: {}, sort: { field, order: 'ascending' }, limit: 500 } as const
      for (const document of (await world.store.find(collection, query)).documents)
        found.set(document.id, document.fields)
    }
    database.set(collection, found)
  }
  await world.stop()
  return {
    database,
    merchantId: world.service.settings.merchantId,
    now: '2030-11-21T02:05:00.000Z',
    standing: standing.orderNumber,
    givenBack: givenBack.orderNumber,
    twice: twice.orderNumber,
    late: orderNumber,
    closed: closed.orderNumber,
    open: open.orderNumber,
    ...counter,
  }
}

/** Somebody pays at a town's counter; the same receipt was first entered for somebody else, and taken back. */
async function takenAtCounter(
  world: World,
): Promise<Pick<SoundBooks, 'counter' | 'townDay' | 'reversed' | 'reversal' | 'paidBack' | 'counterRefund'>> {
  const clerk = counterClerk(world)
  const [mistaken, meant] = [await clerk.neighbour(), await clerk.neighbour()]
  const { id } = await clerk.taken(mistaken, { receipt: 'PJ-0001' })
  await clerk.takeBack(id)
  await clerk.taken(meant, { receipt: 'PJ-0001' })
  const { id: reversed } = await clerk.taken(await clerk.neighbour(), { receipt: 'PJ-0002' })
  const reversal = await clerk.askToReverse(reversed)
  await clerk.confirmReversal(reversal, 'another-clerk')
  await clerk.askToReverse((await clerk.taken(await clerk.neighbour(), { receipt: 'PJ-0003' })).id)
  const { id: paidBack } = await clerk.taken(await clerk.neighbour(), { receipt: 'PJ-0004' })
  const counterRefund = await backByTransfer(world, paidBack)
  const { documents } = await world.store.find('townDays', {
    where: { town: clerk.town },
    sort: { field: 'date', order: 'ascending' },
    limit: 1,
  })
  return { counter: id, townDay: documents[0]?.id ?? '', reversed, reversal, paidBack, counterRefund }
}

/** The books after something was done to a copy of them. */
export async function verified(
  { database, merchantId, now }: SoundBooks,
  spoil: (database: Database) => void = () => undefined,
  at = now,
): Promise<Verified> {
  const copy: Database = structuredClone(database)
  spoil(copy)
  const store = openSqliteStore(':memory:')
  for (const [collection, documents] of copy)
    await store.insertMany(
      collection,
      [...documents].map(([id, fields]) => ({ id, fields })),
    )
  const found = await verifyLedger(store, { merchantId, now: at })
  store.close()
  return found
}
