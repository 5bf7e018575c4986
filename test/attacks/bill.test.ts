/** An attack on the day's balance (payments.md, attack list): WeChat's bill arrives cut short. It is taken whole or not at all. */
import schedule from '../../cloudfunctions/_wiring/schedule.json'
import { runDueJobs } from '../../cloudfunctions/jobs/runDueJobs'
import { openedOf, startTarget, type Target } from './target'

let target: Target
beforeEach(async () => {
  target = await startTarget('2023-11-20')
})
afterEach(() => target.stop())

const operate = (order: object) =>
  fetch(`${target.service.origin}/wechatpay/operate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })

const roundOn = async (day: string) => {
  target.service.clock.setDay(day)
  await runDueJobs({ ...target.service.ports, schedule })
}

const dayOf = async () =>
  (await target.service.ports.store.get<{ state: string }>('days', 'shandan-2023-11-20'))?.fields.state

test.each(['writtenShort', 'cutOnTheWay', 'wrongHash'])('%s', async (fault) => {
  const phone = target.phone()
  const request = await phone.requestFor(await target.addPerson(), 2024)
  const { prepayId } = openedOf(await phone.ask('startPayment', request))
  await phone.decide(prepayId, 'confirm')
  await target.service.simulator.settled()

  // Every bill asked for in this round comes with the same damage: the one of that day and those of the days around it.
  await operate({ billFaults: Array.from({ length: 8 }, () => fault) })
  await roundOn('2023-11-22')
  expect(await target.documents('billRows', 'bill')).toHaveLength(0)
  expect(['cut', 'pushed', 'confirmed']).toContain(await dayOf())

  while (target.service.simulator.billFaults.take());
  await roundOn('2023-11-23')
  expect(await target.documents('billRows', 'bill')).toHaveLength(1)
  expect(['matched', 'pushed', 'confirmed']).toContain(await dayOf())
})
