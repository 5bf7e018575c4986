import { randomUUID } from 'node:crypto'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Receipt } from '../../shared/contracts/receipt'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('a resident says who they are, sees what they owe, pays it once and holds a receipt', async () => {
  const person = await world.addPerson({ identities: [{ code: 'ruralDibao/4', since: null }] })
  const ask = world.as('o-wang')

  const { member } = replyOf(await ask(Identify, person))
  const { residentId } = member
  const owed = replyOf(
    await ask(WhatIOwe, { residentId, coverageYear: 2031, answers: { otherCover: 'none' } }),
  )
  expect(owed.assessment?.due).toMatchObject({ kind: 'stated', value: 13000 })

  const paying = replyOf(
    await ask(StartPayment, {
      people: [{ residentId, expectFen: 13000 }],
      coverageYear: 2031,
      key: randomUUID(),
      tableHash: owed.tableHash,
      otherCover: 'none',
    }),
  )
  if (paying.kind !== 'wechat') throw new Error(paying.kind)
  const { orderNumber } = paying
  expect(replyOf(await ask(PaymentStatus, { orderNumber })).state).toBe('unpaid')

  await world.simulator.decide(paying.invocation.package.replace('prepay_id=', ''), 'confirm')
  await world.simulator.settled()
  expect(world.statuses).toEqual([200])

  expect(replyOf(await ask(PaymentStatus, { orderNumber }))).toMatchObject({ state: 'paid', fen: 13000 })
  expect(replyOf(await ask(Receipt, { orderNumber }))).toMatchObject({
    number: orderNumber,
    fen: 13000,
    people: [
      {
        name: person.name,
        maskedId: member.maskedId,
        fen: 13000,
        coverageFrom: ['2031-01-01'],
        coverageTo: ['2031-12-31'],
        refund: null,
      },
    ],
    place: { name: '河样县' },
  })
  const { years } = replyOf(await ask(MyEnrollments, { residentId }))
  expect(years[0]).toMatchObject({
    coverageYear: 2031,
    enrolled: true,
    paidFen: 13000,
    identity: 'ruralDibao/4',
  })
  const { members } = replyOf(await ask(Family, {}))
  expect(members[0]?.card).toMatchObject({ standing: 'enrolled', paidFen: 13000 })
})
