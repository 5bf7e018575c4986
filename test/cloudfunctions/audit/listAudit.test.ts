/** 审计: who of a region's staff looked at whom, to be found by the day, by the person and by the account; and how sound the chain is. */
import { checkChainOn } from '../../../cloudfunctions/_audit/checkChainOn'
import { linkEvents } from '../../../cloudfunctions/_audit/linkEvents'
import { noteEvent } from '../../../cloudfunctions/_audit/noteEvent'
import { peopleSeen } from '../../../cloudfunctions/_audit/notePeopleSeen'
import { ListAudit } from '../../../shared/contracts/listAudit'
import { ListProofs } from '../../../shared/contracts/staffProofs'
import { jpeg } from '../../papers'
import { sender, sent } from '../world/sender'
import { replyOf, startWorld, type World } from '../world/startWorld'

const day = '2030-11-20'
let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

test('a page of a list is one look with everybody on it, found by the day, by the person and by the account', async () => {
  const one = await sender(world, 'o-1')
  const two = await sender(world, 'o-2')
  sent(await one.send(jpeg()))
  sent(await two.send(jpeg()))
  const clerk = await world.staff('bureau')
  expect(replyOf(await clerk(ListProofs, { state: 'received' })).proofs).toHaveLength(2)
  const auditor = await world.staff('auditor')
  const listed = replyOf(await auditor(ListAudit, { day })).events.filter(
    ({ action }) => action === 'peopleListed',
  )
  expect(listed).toHaveLength(1)
  expect(listed[0]).toMatchObject({ object: 'lists/proofs', staffName: '样例经办', details: { people: 2 } })
  const about = replyOf(await auditor(ListAudit, { day, person: one.residentId })).events
  expect(about.map(({ action }) => action)).toContain('peopleListed')
  const { staffId } = listed[0] ?? { staffId: '' }
  const by = replyOf(await auditor(ListAudit, { day, actor: staffId })).events
  expect(new Set(by.map((event) => event.staffId))).toEqual(new Set([staffId]))
  expect(by.map(({ action }) => action)).toEqual(['peopleListed'])
  expect(replyOf(await auditor(ListAudit, { day: '2030-11-19' })).events).toEqual([])
})

test('another region’s looks are not there, nor what residents did; and somebody of one town sees none of the log', async () => {
  sent(await (await sender(world, 'o-1')).send(jpeg()))
  replyOf(await (await world.staff('bureau'))(ListProofs, { state: 'received' }))
  const there = await world.staff('auditor', { region: 'pondside' })
  const { events } = replyOf(await there(ListAudit, { day }))
  expect(events.map(({ action }) => action)).toEqual(['auditListed'])
  const ofTown = await world.staff('bureau', { town: '东样镇' })
  expect(await ofTown(ListAudit, { day })).toEqual({ kind: 'refused', refusal: 'notAllowed' })
})

const note = (id: string) =>
  world.store.transaction((documents) =>
    noteEvent(documents, id, {
      actor: 'service',
      action: 'tried',
      object: 'things/1',
      at: world.service.clock.now(),
      details: peopleSeen([]),
    }),
  )

test('the chain is checked a slice at a time, and a link that was changed is shown and raises an alarm', async () => {
  const auditor = await world.staff('auditor')
  const chain = async () => replyOf(await auditor(ListAudit, { day })).chain
  expect(await chain()).toMatchObject({ checked: null, fault: null })
  await note('first')
  await linkEvents(world.service)
  expect(await checkChainOn(world.service)).toBe(1)
  await note('second')
  await linkEvents(world.service)
  await checkChainOn(world.service)
  expect(await chain()).toMatchObject({ checked: { seq: 2 }, fault: null })
  await note('third')
  await linkEvents(world.service)
  const third = await world.store.get('auditEvents', 'third')
  if (!third) throw new Error('not noted')
  await world.store.replace('auditEvents', 'third', third.revision, { ...third.fields, actor: 'wechat' })
  await checkChainOn(world.service)
  expect(await chain()).toMatchObject({ checked: { seq: 2 }, fault: { kind: 'eventEdited', seq: 3 } })
  expect(world.lines).toContainEqual(expect.objectContaining({ event: 'auditChainBroken', alarm: true }))
})
