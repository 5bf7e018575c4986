/** The day as the offices see it: the same sums as the ledger, by when it is due, and nobody else's day. */
import { balanceDays } from '../../../cloudfunctions/jobs/balanceDays'
import { DayAccount } from '../../../shared/contracts/dayAccount'
import { ListDays } from '../../../shared/contracts/listDays'
import { WhoAmI } from '../../../shared/contracts/whoAmI'
import { startDayWorld, type DayWorld } from '../world/dayWorld'
import { replyOf } from '../world/startWorld'

const day = '2030-11-20'
const next = '2030-11-21'

let world: DayWorld
beforeEach(async () => {
  world = await startDayWorld()
  world.setClock(day, '12:00:00')
})
afterEach(() => world.stop())

test('a balanced day: what came in, which version went out in time, and who has it', async () => {
  await world.pay('o-1')
  await world.pay('o-2')
  await world.round(next, '00:00:10')
  await world.round(next, '10:01:00')
  const bureau = await world.staff('bureau', { region: 'rivertown' })
  const account = replyOf(await bureau(DayAccount, { date: day }))
  expect(account).toMatchObject({ stage: 'confirmed', reconciled: true, differences: [] })
  expect(account.sums).toEqual({
    payments: 2,
    paidFen: 80000,
    feesFen: 80000,
    owedFen: 0,
    backFen: 0,
    suspenseFen: 0,
  })
  expect(account.versions).toMatchObject([
    {
      version: 1,
      payments: 2,
      fen: 80000,
      inTime: true,
      departments: [{ state: 'received' }, { state: 'received' }],
    },
  ])
  expect(account.due).toEqual({ by: '2030-11-21T08:00:00.000Z', clauses: [] })

  const { days } = replyOf(await bureau(ListDays, {}))
  expect(days.map(({ date }) => date)).toEqual([next, day])
  expect(days[1]).toMatchObject({ stage: 'confirmed', sent: { payments: 2, fen: 80000 } })
  expect(days[0]).toMatchObject({ stage: 'open', sent: null, dueBy: '2030-11-22T08:00:00.000Z' })
})

test('a payment that only WeChat’s bill knew of is in the sums, and the difference stays to be read as mended', async () => {
  const { orderNumber } = await world.pay('o-1', 'confirmWithoutCallback')
  await balanceDays(world.ports())
  world.setClock(next, '10:01:00')
  await balanceDays(world.ports())
  const finance = await world.staff('finance', { region: 'rivertown' })
  const { differences, sums } = replyOf(await finance(DayAccount, { date: day }))
  expect(sums).toMatchObject({ payments: 1, paidFen: 40000 })
  expect((await world.store.get('orders', orderNumber))?.fields.state).toBe('paid')
  expect(differences).toMatchObject([{ kind: 'paymentUnknownHere', hereFen: null, thereFen: 40000 }])
  expect(differences[0]?.mendedAt).not.toBeNull()
})

test('another county has no such day, and nobody gets one that never began', async () => {
  await world.pay('o-1')
  await world.round(next, '10:01:00')
  const theirs = await world.staff('bureau', { region: 'pondside' })
  expect(await theirs(DayAccount, { date: day })).toEqual({ kind: 'refused', refusal: 'notFound' })
  expect(replyOf(await theirs(ListDays, {})).days.filter(({ sent }) => sent)).toEqual([])
  const ours = await world.staff('tax', { region: 'rivertown' })
  expect(await ours(DayAccount, { date: '2030-02-01' })).toEqual({ kind: 'refused', refusal: 'notFound' })
})

test('who asks is told their desk, their place and the year that is collected', async () => {
  const clerk = await world.staff('clerk', { region: 'rivertown', town: '样例镇', name: '周示例' })
  expect(replyOf(await clerk(WhoAmI, {}))).toEqual({
    imports: [],
    role: 'clerk',
    name: '周示例',
    region: 'rivertown',
    placeName: '河样县',
    town: '样例镇',
    coverageYear: 2031,
    today: day,
    demo: true,
  })
})
