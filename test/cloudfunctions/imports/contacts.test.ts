/** Where people live and how they are reached, as rosters bring it: stored sealed, changed by what a row says, and taken back. */
import { contactOf, openContact, sealContact } from '../../../cloudfunctions/_residents/contactRecord'
import {
  residentIndexId,
  type ResidentIndexFields,
} from '../../../cloudfunctions/_residents/recogniseResident'
import { householdIndexOf, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import type { Part } from '../../../cloudfunctions/_residents/residentParts'
import { noteSource, sourceOf, sourcesOf } from '../../../cloudfunctions/_residents/sourceRecord'
import { UndoImport } from '../../../shared/contracts/undoImport'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { plainPerson, startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'

const region = 'rivertown'
let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: ['population', 'civilAffairs'] })
})
afterEach(() => world.stop())

const register = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['乡镇', '行政村', '户编号', '姓名', '身份证号码', '家庭住址', '联系电话'], ...rows])
const welfare = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['姓名', '身份证号码', '人员类别', '一卡通账号'], ...rows])

async function known(idNumber: string) {
  const { cipher, store } = world.service
  const index = await store.get<ResidentIndexFields>(
    'residentIndex',
    residentIndexId(cipher, region, idNumber),
  )
  const resident = await store.get<ResidentFields>('residents', index?.fields.residentId ?? '-')
  const contact = resident && (await contactOf(store, resident.id))
  return { resident, contact, says: openContact(cipher, contact) }
}

test('a register brings village, household, address and telephone; two of a household share its index, and nothing stands readable', async () => {
  const [a, b] = [plainPerson(), plainPerson()]
  const steps = importSteps(bureau)
  const rows = [
    ['样例镇', '示范村', '620700001', a.name, a.idNumber, '示范村1号', 19900000001],
    ['样例镇', '示范村', 620700001, b.name, b.idNumber, '', ''],
  ]
  const { importId } = await steps.tried('population', register(rows))
  await steps.commit(importId)
  const [one, other] = [await known(a.idNumber), await known(b.idNumber)]
  const household = householdIndexOf(world.service.cipher, region, '620700001')
  expect(one.resident?.fields).toMatchObject({ town: '样例镇', village: '示范村', household })
  expect(other.resident?.fields.household).toBe(household)
  expect(one.says).toEqual({ address: '示范村1号', phone: '19900000001', household: '620700001' })
  expect(other.says).toEqual({ household: '620700001' })
  expect(one.contact?.fields).toMatchObject({ region, town: '样例镇' })
  expect(JSON.stringify([one.contact, one.resident])).not.toContain('19900000001')
  expect((await steps.tried('population', register(rows))).counts).toMatchObject({ same: 2, changed: 0 })
})

test('somebody who moves takes their contact to the new town; undoing brings back town, village and every word of it', async () => {
  const person = plainPerson()
  const steps = importSteps(bureau)
  const row = (town: string, village: string, address: string) =>
    register([[town, village, '1', person.name, person.idNumber, address, '']])
  await steps.commit((await steps.tried('population', row('样例镇', '甲村', '甲村1号'))).importId)
  const before = await known(person.idNumber)
  const moved = await steps.tried('population', row('别的镇', '乙村', ''))
  expect(moved.counts).toMatchObject({ changed: 1 })
  await steps.commit(moved.importId)
  const after = await known(person.idNumber)
  expect(after.resident?.fields).toMatchObject({ town: '别的镇', village: '乙村' })
  expect(after.contact?.fields.town).toBe('别的镇')
  expect(after.says).toEqual({ address: '甲村1号', household: '1' })
  await steps.undo(moved.importId)
  const back = await known(person.idNumber)
  expect(back.resident?.fields).toEqual(before.resident?.fields)
  expect(back.says).toEqual(before.says)
  expect(back.contact?.fields.town).toBe('样例镇')
})

test('an account comes with an identity roster, also where nothing else is new, and a change to it since forbids undoing', async () => {
  const person = await world.addPerson()
  const { cipher, store } = world.service
  const steps = importSteps(bureau)
  const first = await steps.tried(
    'civilAffairs',
    welfare([[person.name, person.idNumber, '孤儿', '6299990000000000017']]),
  )
  await steps.commit(first.importId)
  expect((await known(person.idNumber)).says).toEqual({ account: '6299990000000000017' })
  const second = await steps.tried(
    'civilAffairs',
    welfare([[person.name, person.idNumber, '孤儿', '6299990000000000025']]),
  )
  expect(second.counts).toMatchObject({ changed: 1, same: 0 })
  await steps.commit(second.importId)
  expect((await known(person.idNumber)).says).toEqual({ account: '6299990000000000025' })
  const standing = (await known(person.idNumber)).contact
  if (!standing) throw new Error('no contact')
  const corrected = sealContact(cipher, standing.id, { account: '6299990000000000033' })
  await store.replace('contacts', standing.id, standing.revision, {
    ...standing.fields,
    sealedContact: corrected,
  })
  expect(await bureau(UndoImport, { importId: second.importId })).toMatchObject({
    refusal: 'dependedOn',
    details: { changed: 1, paid: 0 },
  })
  const third = await steps.tried('civilAffairs', welfare([[person.name, person.idNumber, '特困人员', '']]))
  await steps.commit(third.importId)
  await steps.undo(third.importId)
  expect((await known(person.idNumber)).says).toEqual({ account: '6299990000000000033' })
})

test('batches are undone one after the other, the last first, down to nothing known', async () => {
  const person = plainPerson()
  const steps = importSteps(bureau)
  const row = ['样例镇', '甲村', '7', person.name, person.idNumber, '甲村1号', '']
  const first = await steps.tried('population', register([row]))
  await steps.commit(first.importId)
  const second = await steps.tried(
    'civilAffairs',
    welfare([[person.name, person.idNumber, '孤儿', '6299990000000000017']]),
  )
  await steps.commit(second.importId)
  expect(await bureau(UndoImport, { importId: first.importId })).toMatchObject({ refusal: 'dependedOn' })
  await steps.undo(second.importId)
  const { contact } = await known(person.idNumber)
  await steps.undo(first.importId)
  expect(await known(person.idNumber)).toMatchObject({ resident: undefined })
  expect(openContact(world.service.cipher, await contactOf(world.store, contact?.id ?? ''))).toEqual({})
})

test('an account that has lost its digits, a place that is none and a register without villages are told apart', async () => {
  const people = [plainPerson(), plainPerson(), plainPerson()]
  const steps = importSteps(bureau)
  const [a, b, c] = people.map(({ name, idNumber }) => [name, idNumber])
  const tried = await steps.tried(
    'population',
    register([
      ['样例镇', '甲'.repeat(41), '', ...(a ?? []), '', ''],
      ['样例镇', '甲村', '', ...(b ?? []), '', 1.5],
      ['样例镇', '', '', ...(c ?? []), '', ''],
    ]),
  )
  expect(tried.counts).toMatchObject({ added: 1, rejected: 2 })
  const person = await world.addPerson()
  for (const account of [6.2999900000000001e18, '6299-99', '12'])
    expect(
      (await steps.tried('civilAffairs', welfare([[person.name, person.idNumber, '孤儿', account]]))).counts,
    ).toMatchObject({ rejected: 1 })
})

test('who said what is kept with it, a correction stands against a later roster, and undoing gives it back to who said it', async () => {
  const person = plainPerson()
  const { store } = world.service
  const steps = importSteps(bureau)
  const row = (village: string, phone: string) =>
    register([['样例镇', village, '7', person.name, person.idNumber, '', phone]])
  const first = await steps.tried('population', row('甲村', '19900000001'))
  await steps.commit(first.importId)
  const { resident } = await known(person.idNumber)
  if (!resident) throw new Error('nobody')
  const said = async (part: Part) => sourceOf(await sourcesOf(store, resident.id), part)?.ref
  expect([await said('village'), await said('phone')]).toEqual([first.importId, first.importId])
  const second = await steps.tried('population', row('乙村', '19900000001'))
  await steps.commit(second.importId)
  expect([await said('village'), await said('phone')]).toEqual([second.importId, first.importId])
  await steps.undo(second.importId)
  expect(await said('village')).toBe(first.importId)

  const corrected = { ...resident.fields, village: '丙村' }
  await store.transaction(async (documents) => {
    const standing = await documents.get<ResidentFields>('residents', resident.id)
    await documents.replace('residents', resident.id, standing?.revision ?? 0, corrected)
    const source = { kind: 'correction', ref: 'c-1', at: '2030-11-20T04:00:00Z' } as const
    await noteSource(documents, resident.id, { source, before: resident.fields, after: corrected })
  })
  const third = await steps.tried('population', row('甲村', '19900000001'))
  expect(third.counts).toMatchObject({ same: 1, changed: 0 })
  await steps.commit(third.importId)
  expect((await known(person.idNumber)).resident?.fields.village).toBe('丙村')
  expect((await sourcesOf(store, resident.id))?.contradicted).toMatchObject([
    { part: 'village', ref: third.importId },
  ])
  const fourth = await steps.tried('population', row('甲村', '19900000002'))
  expect(fourth.counts).toMatchObject({ same: 0, changed: 1 })
  await steps.commit(fourth.importId)
  expect(await known(person.idNumber)).toMatchObject({
    resident: { fields: { village: '丙村' } },
    says: { phone: '19900000002' },
  })
})
