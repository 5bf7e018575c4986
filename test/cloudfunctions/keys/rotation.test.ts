import { openSqliteStore, type SqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import { newRing, withNewKey, withoutKey } from '../../../cloudfunctions/_adapters/keys/keyRing'
import { beginRotation, noteRotation, rotationState } from '../../../cloudfunctions/_keys/keyRotation'
import { rewrapSealed } from '../../../cloudfunctions/_keys/rewrapSealed'
import { allSealedFields, sealContext, sealedFields } from '../../../cloudfunctions/_keys/sealedFields'
import { countByKey, oneThatNeeds } from '../../../cloudfunctions/_keys/textsByKey'
import type { Cipher } from '../../../cloudfunctions/_ports/cipher'
import type { LogLine } from '../../../cloudfunctions/_ports/log'
import type { Store } from '../../../cloudfunctions/_ports/store'
import { residentDocuments } from '../../../cloudfunctions/_residents/residentDocuments'
import { openResident, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { plainPerson } from '../world/startWorld'

const ring = newRing('k1')
const both = { ...withNewKey(ring, 'k2'), sealWith: 'k2' }
const before = createCipher(ring)
const after = createCipher(both)
const alone = createCipher(withoutKey(both, 'k1'))

let store: SqliteStore
let alarms: LogLine[]
beforeEach(() => {
  store = openSqliteStore(':memory:')
  alarms = []
})
afterEach(() => store.close())

const portsOn = (on: Store, cipher: Cipher = after) => ({
  store: on,
  cipher,
  log: { info: () => undefined, alarm: (line: LogLine) => void alarms.push(line) },
})

async function addResident(cipher: Cipher = before) {
  const person = plainPerson()
  const { resident } = residentDocuments(cipher, person)
  await store.insert('residents', resident.id, resident.fields)
  return { id: resident.id, ...person }
}

const secretContext = sealContext(sealedFields.secret, 'wechatpay')
const addSecret = () => store.insert('secrets', 'wechatpay', { sealed: before.seal('密', secretContext) })

async function opened(id: string, cipher: Cipher) {
  const stored = await store.get<ResidentFields>('residents', id)
  if (!stored) throw new Error(`no resident ${id}`)
  const { name, idNumber } = openResident(cipher, stored)
  return { name, idNumber }
}

test('everything sealed, in every listed field, opens afterwards without the old key', async () => {
  const people = [...Array(230).keys()].map(() => addResident())
  const all = await Promise.all([...people, addResident(after)])
  await addSecret()
  const heard: number[] = []
  const { rewrapped, unreadable } = await rewrapSealed(portsOn(store), (soFar) => void heard.push(soFar))
  expect([rewrapped, unreadable]).toEqual([231, []])
  expect(heard).toEqual([100, 200, 230, 231])
  for (const { id, name, idNumber } of all) expect(await opened(id, alone)).toEqual({ name, idNumber })
  const secret = await store.get<{ sealed: string }>('secrets', 'wechatpay')
  expect(alone.open(secret?.fields.sealed ?? '', secretContext)).toBe('密')
  expect([...(await countByKey(portsOn(store)))]).toEqual([['k2', 232]])
  expect(alarms).toEqual([])
})

test('a key may go only once nothing in any field needs it', async () => {
  await addSecret()
  const { id } = await addResident()
  expect(await oneThatNeeds(store, 'k1')).toBe(`residents/${id}`)
  expect(await oneThatNeeds(store, 'k2')).toBeUndefined()
  expect(await countByKey(portsOn(store))).toEqual(new Map([['k1', 2]]))
  await rewrapSealed(portsOn(store))
  expect(await oneThatNeeds(store, 'k1')).toBeUndefined()
})

test('a document that somebody changes in the meantime keeps their change and is rewrapped', async () => {
  const { id, name, idNumber } = await addResident()
  let meddled = false
  const meddling: Store = {
    ...store,
    async replace(collection, changed, revision, fields) {
      const standing = await store.get<ResidentFields>('residents', id)
      if (!meddled && standing) {
        meddled = true
        await store.replace('residents', id, standing.revision, { ...standing.fields, town: '别处镇' })
      }
      return store.replace(collection, changed, revision, fields)
    },
  }
  expect((await rewrapSealed(portsOn(meddling))).rewrapped).toBe(1)
  expect((await store.get<ResidentFields>('residents', id))?.fields.town).toBe('别处镇')
  expect(await opened(id, alone)).toEqual({ name, idNumber })
})

test('what somebody with the old ring seals behind the search is found in another round', async () => {
  await addResident()
  const late: { id: string }[] = []
  await rewrapSealed(portsOn(store), async () => {
    if (late.length < 3) late.push(await addResident(before))
  })
  expect(late).toHaveLength(3)
  expect(await countByKey(portsOn(store))).toEqual(new Map([['k2', 4]]))
})

test('a text that no key opens is named with an alarm and keeps nobody else from being rewrapped', async () => {
  const [one, moved, foreign] = [await addResident(), await addResident(), await addResident()]
  const set = async (id: string, sealedPerson: string) => {
    const stored = await store.get<ResidentFields>('residents', id)
    await store.replace('residents', id, stored?.revision ?? 0, { ...stored?.fields, sealedPerson })
  }
  const standing = await store.get<ResidentFields>('residents', one.id)
  await set(moved.id, standing?.fields.sealedPerson ?? '')
  await set(foreign.id, createCipher(newRing('k0')).seal('甲', `residents/${foreign.id}/sealedPerson`))
  const { rewrapped, unreadable } = await rewrapSealed(portsOn(store))
  expect(rewrapped).toBe(1)
  expect(new Set(unreadable)).toEqual(new Set([`residents/${moved.id}`, `residents/${foreign.id}`]))
  expect(alarms).toEqual([{ event: 'notRewrapped', documents: unreadable }])
  expect(await countByKey(portsOn(store))).toEqual(
    new Map([
      ['k0', 1],
      ['k1', 1],
      ['k2', 1],
    ]),
  )
})

test('a rotation that was not finished is gone on with, and makes no second key', async () => {
  const first = await beginRotation(store, 'k2', '2030-11-20T04:00:00Z')
  expect(await beginRotation(store, 'k3', '2030-11-20T05:00:00Z')).toEqual(first)
  await noteRotation(store, { ...first, rewrapped: 9, finishedAt: '2030-11-20T06:00:00Z' })
  expect((await rotationState(store))?.fields).toMatchObject({ to: 'k2', rewrapped: 9 })
  expect(await beginRotation(store, 'k3', '2030-11-20T07:00:00Z')).toEqual({
    to: 'k3',
    startedAt: '2030-11-20T07:00:00Z',
    finishedAt: null,
    rewrapped: 0,
  })
})

test('no two listed fields share a place, and each binds its texts to itself', () => {
  const contexts = allSealedFields.map((place) => sealContext(place, 'id'))
  expect(new Set(contexts).size).toBe(allSealedFields.length)
})
