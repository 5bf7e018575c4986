import http from 'node:http'
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import { Family } from '../../shared/contracts/family'
import { Identify } from '../../shared/contracts/identify'
import { MyEnrollments } from '../../shared/contracts/myEnrollments'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Receipt } from '../../shared/contracts/receipt'
import { followOpenOrders } from '../../cloudfunctions/jobs/followOpenOrders'
import { newKey, opened, payer } from './world/payer'
import { startWorld, type World } from './world/startWorld'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

test('no name, ID number or openid of a whole journey stands in a log line, an address or an order title', async () => {
  const asked = jest.spyOn(http, 'request')
  const { ask, person, start, residentId } = await payer(world, 'o-very-secret')
  await ask(Identify, { ...person, name: '别人' })
  const first = opened(await start())
  await ask(CancelPayment, { orderNumber: first.orderNumber })
  const { orderNumber, prepayId } = opened(await start({ key: newKey() }))
  await world.simulator.decide(prepayId, 'confirm')
  await world.simulator.settled()
  await ask(PaymentStatus, { orderNumber })
  await ask(Receipt, { orderNumber })
  await ask(Family, {})
  await ask(MyEnrollments, { residentId })
  await followOpenOrders(world.service)
  const failing = {
    ...world.store,
    get: () => Promise.reject(new Error(`${person.name} ${person.idNumber}`)),
  }
  await world.as('o-very-secret', { store: failing })(Family, {})

  const addresses = JSON.stringify(asked.mock.calls.map(([options]) => pathOf(options)))
  const titles = JSON.stringify(world.simulator.orders().map(({ title }) => title))
  const logged = JSON.stringify(world.lines)
  expect(world.lines.length).toBeGreaterThan(10)
  expect(addresses).toContain(first.orderNumber)
  expect(titles).toContain('河样县')
  for (const secret of [person.name, person.idNumber, person.idNumber.slice(6, 14), 'o-very-secret']) {
    expect(logged).not.toContain(secret)
    expect(addresses).not.toContain(secret)
    expect(titles).not.toContain(secret)
  }
  expect(logged).toContain('"outage"')
  asked.mockRestore()
})

const pathOf = (options: unknown): string =>
  typeof options === 'object' && options !== null && 'path' in options
    ? String(options.path)
    : String(options)
