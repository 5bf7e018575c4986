/** An attack on the audit log (payments.md, attack list): somebody with the database edits a row, and the place is named. */
import { linkEvents } from '../../cloudfunctions/_audit/linkEvents'
import { verifyChain } from '../../cloudfunctions/_audit/verifyChain'
import { openedOf, startTarget, type Target } from './target'

let target: Target
beforeAll(async () => {
  target = await startTarget()
})
afterAll(() => target.stop())

test('an edited audit row breaks the chain, and the break is located', async () => {
  const phone = target.phone()
  const { store, clock } = target.service.ports
  const { orderNumber, prepayId } = openedOf(
    await phone.ask('startPayment', await phone.requestFor(await target.addPerson(), 2024)),
  )
  await phone.decide(prepayId, 'confirm')
  await target.service.simulator.settled()
  expect(await linkEvents(target.service.ports)).toBeGreaterThanOrEqual(2)
  expect((await verifyChain(store, clock.now())).kind).toBe('sound')

  const id = `made-${orderNumber}`
  const event = await store.get<{ details: Record<string, number>; link: number }>('auditEvents', id)
  expect(event?.fields.details).toEqual({ people: 1, fen: 38000 })
  await store.replace('auditEvents', id, event?.revision ?? 0, {
    ...event?.fields,
    details: { people: 1, fen: 1 },
  })
  expect(await verifyChain(store, clock.now())).toMatchObject({
    kind: 'broken',
    fault: { kind: 'eventEdited', seq: event?.fields.link, event: id },
  })
})
