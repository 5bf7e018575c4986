import { sealContext, sealedFields } from '../../../cloudfunctions/_keys/sealedFields'
import { Identify } from '../../../shared/contracts/identify'
import { sealedElsewhere } from '../world/sealedElsewhere'
import { newKey, opened, payer } from '../world/payer'
import { startWorld } from '../world/startWorld'

test('a used service has sealed nothing outside the listed fields', async () => {
  const world = await startWorld()
  const { ask, person, start } = await payer(world, 'o-1')
  await ask(Identify, { ...person, name: '别人' })
  await world.simulator.decide(opened(await start({ key: newKey() })).prepayId, 'confirm')
  await world.simulator.settled()
  await expect(world.stop()).resolves.toBeUndefined()
})

test('one text sealed anywhere else makes the end of a world fail, naming where', async () => {
  const world = await startWorld()
  const sealed = world.service.cipher.seal('甲', 'p')
  await world.store.insert('proofs', 'p1', { pages: [{ note: sealed }] })
  await expect(world.stop()).rejects.toThrow('proofs.pages.0.note')
})

test('it is found at every depth, in a transaction too, and the listed places are left alone', async () => {
  const world = await startWorld()
  const { cipher } = world.service
  const { collection, field } = sealedFields.person
  const sealed = cipher.seal('甲', sealContext(sealedFields.person, 'p'))
  expect(sealedElsewhere(cipher, collection, { [field]: sealed, town: null })).toEqual([])
  expect(sealedElsewhere(cipher, collection, { town: sealed })).toEqual(['residents.town'])
  expect(sealedElsewhere(cipher, 'orders', { [field]: sealed })).toEqual([`orders.${field}`])
  await world.store.transaction((documents) => documents.insert('orders', 'o', { lines: [sealed] }))
  await expect(world.stop()).rejects.toThrow('orders.lines.0')
})
