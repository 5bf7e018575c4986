/** 等着办的: the queues of one's own desks, counted, and nobody is looked at. */
import { randomUUID } from 'node:crypto'
import { DeskWaiting } from '../../shared/contracts/deskWaiting'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { jpeg } from '../papers'
import { all, paid } from './world/refunds'
import { sender } from './world/sender'
import { replyOf, startWorld } from './world/startWorld'

test('each role counts what waits for it; who only looks on has nothing to do, and no look is written down', async () => {
  const world = await startWorld()
  const payer = await paid(world, 'o-1')
  replyOf(await payer.requestRefund())
  await (await sender(world, 'o-2')).send(jpeg())
  const complaint = { key: randomUUID(), topic: 'money', text: '样例', page: 'home', version: '1' } as const
  replyOf(await world.as('o-2')(SendComplaint, { ...complaint, region: 'lakeside', coverageYear: 2031 }))
  const waiting = async (role: Parameters<typeof world.staff>[0], region = 'lakeside') =>
    replyOf(await (await world.staff(role, { region }))(DeskWaiting, {}))
  const one = { count: 1, more: false, oldest: expect.any(String) as string }
  const none = { count: 0, more: false, oldest: null }
  expect(await waiting('tax')).toMatchObject({ refunds: [{ desk: 'tax', ...one }], proofs: null })
  const bureau = await waiting('bureau')
  expect(bureau).toMatchObject({ refunds: [{ desk: 'bureau', ...none }], proofs: one })
  expect(bureau.complaints.reduce((sum, { count }) => sum + count, 0)).toBe(1)
  expect(await waiting('auditor')).toEqual({ refunds: [], complaints: [], proofs: null })
  expect(await waiting('bureau', 'pondside')).toMatchObject({ proofs: none })
  const events = await all(world, 'auditEvents', 'at')
  expect(events.filter(({ fields }) => JSON.stringify(fields.actor).includes('staff:'))).toEqual([])
  await world.stop()
})
