/** 快到期的新生儿: who is not paid for and still may be, with the safest last day, of one's own town only. */
import { NewbornsDue } from '../../../shared/contracts/newbornsDue'
import { EnterCounterPayment } from '../../../shared/contracts/counterPayments'
import { all } from '../world/refunds'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { guardian, newChild, startNursery } from './nursery'

let world: World
afterEach(() => world.stop())

test('a registered child has a last day until it is paid for; another town hears of nobody', async () => {
  world = await startNursery()
  const { register, self } = await guardian(world, 'o-1')
  const { said } = newChild()
  const { residentId } = replyOf(await register(said)).member
  const stored = await world.store.get('residents', residentId)
  const town = stored?.fields.town as string
  expect(town).toBe(self.town)
  const clerk = await world.staff('clerk', { town })
  const request = { coverageYear: 2031, named: true }
  expect(replyOf(await clerk(NewbornsDue, request))).toMatchObject({
    stated: true,
    count: 1,
    more: false,
    earliest: '2031-01-30',
    children: [{ residentId, name: said.name, deadline: '2031-01-30' }],
  })
  const looks = await all(world, 'auditEvents', 'at')
  expect(looks.filter(({ fields }) => fields.object === 'lists/newborns')).toHaveLength(1)
  expect(replyOf(await clerk(NewbornsDue, { ...request, named: false })).children).toEqual([])
  const far = await world.staff('clerk', { town: '别的镇' })
  expect(replyOf(await far(NewbornsDue, request))).toMatchObject({ count: 0, earliest: null, children: [] })

  const payment = { receipt: 'PJ-0001', fen: 40000, paidOn: '2030-11-20', channel: 'bankCounter' }
  const papersSeen = ['birthCertificate', 'householdRegister']
  replyOf(await clerk(EnterCounterPayment, { residentId, coverageYear: 2031, papersSeen, ...payment }))
  expect(replyOf(await clerk(NewbornsDue, request)).count).toBe(0)
})

test('a child of whom no day can be told stands after those who have one, and hides none', async () => {
  world = await startNursery()
  const { register, self } = await guardian(world, 'o-1')
  replyOf(await register(newChild().said))
  const { region, town } = self
  const unsure = {
    region,
    town,
    idNumber: newChild().idNumber,
    residence: null,
    lastCovered: 'never',
  } as const
  const { residentId } = await world.addPerson(unsure)
  const clerk = await world.staff('clerk', { town })
  const due = replyOf(await clerk(NewbornsDue, { coverageYear: 2031, named: true }))
  expect(due).toMatchObject({ count: 2, earliest: '2031-01-30' })
  expect(due.children[1]).toMatchObject({ residentId, deadline: null })
})

test('where the notice says nothing of newborns, they wait for the bureau, and no day is made up', async () => {
  world = await startWorld()
  const { idNumber } = newChild()
  await world.addPerson({ region: 'lakeside', idNumber, name: '王小样', lastCovered: 'never' })
  const clerk = await world.staff('clerk', { town: '样例镇' })
  expect(replyOf(await clerk(NewbornsDue, { coverageYear: 2031, named: true }))).toMatchObject({
    stated: false,
    clauses: ['lakeside-2031#五'],
    ask: { name: '河样县医保局' },
    count: 1,
    earliest: null,
    children: [{ name: '王小样', deadline: null }],
  })
})
