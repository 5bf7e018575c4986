/** 代办人 see the sum and nothing about why: what differs between two people with the same sum is name, id and place. */
import { randomUUID } from 'node:crypto'
import type { RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import type { Relation } from '../../shared/contracts/fields'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Receipt } from '../../shared/contracts/receipt'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { opened } from './world/payer'
import { replyOf, startWorld, type World } from './world/startWorld'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

const answers = { otherCover: 'none' as const }

/** Everything a caller is told about somebody they have named, before and after paying, in one text. */
async function everythingTold(
  openId: string,
  known: Partial<RosterPerson>,
  relation: Relation,
): Promise<string> {
  const person = await world.addPerson(known)
  const ask = world.as(openId)
  const named = await ask(Identify, { ...person, relation })
  const { residentId } = replyOf(named).member
  const asked = { residentId, coverageYear: 2031 }
  const owed = await ask(WhatIOwe, { ...asked, answers })
  const before = [
    named,
    owed,
    await ask(WhatIOwe, asked),
    await ask(WhatIOwe, { residentId, coverageYear: 2030 }),
    await ask(Family, {}),
    await ask(MyEnrollments, { residentId }),
  ]
  const start = (expectFen: number) =>
    ask(StartPayment, {
      people: [{ residentId, expectFen }],
      coverageYear: 2031,
      key: randomUUID(),
      tableHash: replyOf(owed).tableHash,
      otherCover: 'none',
    })
  before.push((await start(1)) as never)
  const started = await start(replyOf(owed).owing.dueFen ?? 1)
  const after: unknown[] = []
  if (started.kind === 'done') {
    const { orderNumber, prepayId } = opened(started)
    after.push(await ask(WhatIOwe, asked), await ask(Family, {}))
    await world.simulator.decide(prepayId, 'confirm')
    await world.simulator.settled()
    after.push(
      await ask(PaymentStatus, { orderNumber }),
      await ask(Receipt, { orderNumber }),
      await ask(MyEnrollments, { residentId }),
      await ask(WhatIOwe, asked),
      await ask(Family, {}),
      await start(1),
    )
    return plain(JSON.stringify([before, after]), person, orderNumber)
  }
  return plain(JSON.stringify([before, started]), person, 'no order')
}

/** Without name, id, number and the moments at which it happened. */
const plain = (
  told: string,
  { name, idNumber, residentId }: RosterPerson & { residentId: string },
  orderNumber: string,
) =>
  told
    .replaceAll(residentId, '<resident>')
    .replaceAll(name, '<name>')
    .replaceAll(`${idNumber.slice(0, 4)}****${idNumber.slice(-2)}`, '<masked>')
    .replaceAll(orderNumber, '<order>')
    .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, '<moment>')

const identity = (code: string) => ({ identities: [{ code, since: null }] })

test.each<Relation>(['other', 'spouse', 'parent', 'child'])(
  'as %s: a subsidised and an unsubsidised person with the same sum are told alike, to the byte',
  async (relation) => {
    const subsidised = await everythingTold('o-1', identity('familyPlanning'), relation)
    expect(subsidised).toBe(await everythingTold('o-2', {}, relation))
    expect(subsidised).toContain('"dueFen":40000')
  },
)

test('somebody the county pays for, an employee and somebody enrolled elsewhere: 不用在这里缴, and no reason', async () => {
  const free = await everythingTold('o-1', identity('extremePoverty'), 'other')
  expect(free).toBe(await everythingTold('o-2', { otherCover: 'employee' }, 'other'))
  expect(free).toBe(await everythingTold('o-3', { otherCover: 'residentElsewhere' }, 'other'))
  expect(free).toContain('"standing":"cannotEnroll"')
  expect(free).toContain('"refusal":"mayNotEnroll","details":{"reasons":[]')
})

test('the person themselves are told everything, and both look at the same sum', async () => {
  const own = await everythingTold('o-1', identity('familyPlanning'), 'self')
  expect(own).toContain('familyPlanning')
  expect(own).toContain('payFirstReimbursedLater')
  expect(own).toContain('"dueFen":40000')
})

test('what a proxy is told holds no clause, no identity and no reason of the person’s', async () => {
  for (const code of ['ruralDibao', 'familyPlanning', 'disability', 'extremePoverty']) {
    const told = await everythingTold(`o-${code}`, identity(code), 'parent')
    expect(told).not.toMatch(/ruralDibao|familyPlanning|disability|extremePoverty|paidOnBehalf|#四|reimburs/i)
  }
})

test('a receipt for two cites the clauses of the one whom the caller may know about', async () => {
  const ask = world.as('o-1')
  const self = await world.addPerson(identity('ruralDibao'))
  const other = await world.addPerson(identity('familyPlanning'))
  await ask(Identify, self)
  await ask(Identify, { ...other, relation: 'spouse' })
  const { tableHash } = replyOf(await ask(WhatIOwe, { residentId: self.residentId, coverageYear: 2031 }))
  const started = await ask(StartPayment, {
    people: [
      { residentId: self.residentId, expectFen: 13000 },
      { residentId: other.residentId, expectFen: 40000 },
    ],
    coverageYear: 2031,
    key: randomUUID(),
    tableHash,
    otherCover: 'none',
  })
  const { orderNumber, prepayId } = opened(started)
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  const { clauses } = replyOf(await ask(Receipt, { orderNumber }))
  expect(clauses).toContain('rivertown-2031#四2')
  expect(clauses).not.toContain('rivertown-2031#四4')
})

test('what somebody else paid would tell what was given: a proxy sees that it is paid, and not how much', async () => {
  const person = await world.addPerson(identity('ruralDibao'))
  const [own, proxy] = [world.as('o-1'), world.as('o-2')]
  const { residentId } = replyOf(await own(Identify, person)).member
  await proxy(Identify, { ...person, relation: 'child' })
  const { tableHash } = replyOf(await own(WhatIOwe, { residentId, coverageYear: 2031 }))
  const started = await own(StartPayment, {
    people: [{ residentId, expectFen: 13000 }],
    coverageYear: 2031,
    key: randomUUID(),
    tableHash,
    otherCover: 'none',
  })
  await world.simulator.decide(opened(started).prepayId, 'confirm')
  await world.simulator.settled()
  const [year] = replyOf(await proxy(MyEnrollments, { residentId })).years
  expect(year).toMatchObject({
    enrolled: true,
    paidFen: null,
    paidAt: null,
    identity: null,
    orderNumber: null,
  })
  const [shown] = replyOf(await proxy(Family, {})).members
  expect(shown?.card).toMatchObject({ standing: 'enrolled', paidFen: null, dueFen: null })
})
