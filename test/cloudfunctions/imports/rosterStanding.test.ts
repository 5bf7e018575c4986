/** 名单齐了没有: whoever stands on no roster has no identity once every roster is in, and not before. */
import { rostersNeeded } from '../../../cloudfunctions/_imports/rosterStanding'
import type { DoubtfulNumberFields } from '../../../cloudfunctions/_imports/doubtfulNumbers'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { clearImports } from '../../../cloudfunctions/jobs/clearImports'
import { Identify } from '../../../shared/contracts/identify'
import { importKind, type RosterLists } from '../../../shared/contracts/imports'
import { WhatIOwe } from '../../../shared/contracts/whatIOwe'
import { loadTables } from '../../../shared/policy/loadTables'
import { replyOf, startWorld, type World } from '../world/startWorld'
import { importSteps } from './importSteps'

const region = 'rivertown'
let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.stop())

/** What somebody of whom no roster has said anything is told about the sum. */
const owing = async () => owingOf(await somebody())
const somebody = () => world.addPerson({ region, identities: null, town: '样例镇' })

async function owingOf(person: Awaited<ReturnType<typeof somebody>>) {
  const ask = world.as(`o-${person.residentId}`)
  const { member } = replyOf(await ask(Identify, { ...person, region }))
  return async () => {
    const asked = {
      residentId: member.residentId,
      coverageYear: 2031,
      answers: { otherCover: 'none' as const },
    }
    return replyOf(await ask(WhatIOwe, asked)).assessment?.due
  }
}

const kinds = { civilAffairs: '特困人员', disabledFederation: '一级', health: '双女结扎户' } as const

/** `more`: another row as it stands. */
async function rosterOf(
  kind: keyof typeof kinds,
  town: string | null = null,
  lists: RosterLists = 'everybody',
  more = '',
) {
  const { name, idNumber } = await world.addPerson({ region, town: '样例镇' })
  const role = town === null ? 'bureau' : 'department'
  const steps = importSteps(await world.staff(role, { region, town, imports: importKind.options }))
  const file = Buffer.from(
    `姓名,身份证号,人员类别,残疾等级\n${name},${idNumber},${kinds[kind]},${kinds[kind]}\n${more}`,
  )
  const { importId } = await steps.tried(kind, file, more.split('\n').length)
  await steps.commit(importId, lists)
  return { undo: () => steps.undo(importId) }
}

test('before every roster is in the sum is open; then it is the whole fee; and open again once one is taken back', async () => {
  const due = await owing()
  expect(await due()).toMatchObject({ kind: 'open' })
  await rosterOf('civilAffairs')
  await rosterOf('disabledFederation')
  expect(await due()).toMatchObject({ kind: 'open' })
  const last = await rosterOf('health')
  expect(await due()).toMatchObject({ kind: 'stated', value: 400_00 })
  await last.undo()
  expect(await due()).toMatchObject({ kind: 'open' })
})

test('one town’s roster says nothing about the county, a few new names neither, and one of years ago nothing about this year', async () => {
  const due = await owing()
  await rosterOf('civilAffairs')
  await rosterOf('disabledFederation')
  await rosterOf('health', '样例镇')
  await rosterOf('health', null, 'additions')
  expect(await due()).toMatchObject({ kind: 'open' })
  world.setClock('2029-12-31', '12:00')
  await rosterOf('health')
  world.setClock('2030-11-20', '12:00')
  expect(await due()).toMatchObject({ kind: 'open' })
  world.setClock('2030-01-01', '00:30')
  await rosterOf('health')
  world.setClock('2030-11-20', '12:00')
  expect(await due()).toMatchObject({ kind: 'stated', value: 400_00 })
})

test('of somebody whose row was rejected nothing is concluded, of everybody else it is; and it is once the mended roster is in', async () => {
  const [listed, other] = [await somebody(), await somebody()]
  const [due, dueOfOther] = [await owingOf(listed), await owingOf(other)]
  await rosterOf('disabledFederation')
  await rosterOf('health')
  await rosterOf('civilAffairs', null, 'everybody', `${listed.name},${listed.idNumber},县里的叫法,\n`)
  expect(await due()).toMatchObject({ kind: 'open' })
  expect(await dueOfOther()).toMatchObject({ kind: 'stated', value: 400_00 })
  await rosterOf('civilAffairs')
  expect(await due()).toMatchObject({ kind: 'stated', value: 400_00 })
})

/** A number with so many of its places written wrong, and nobody's. */
function misread(idNumber: string, places: readonly number[]): string {
  return [...idNumber]
    .map((digit, at) => (places.includes(at) ? String((Number(digit === 'X' ? 0 : digit) + 1) % 10) : digit))
    .join('')
}

test.each([
  ['one wrong digit beside their name', [16], true],
  ['a wrong check character', [17], true],
  ['two wrong digits, one of them in the birth day', [9, 15], true],
  ['three wrong digits', [3, 9, 15], false],
])('%s, in a row that leads to nobody: is the sum left open?', async (_what, places, isLeftOpen) => {
  const [listed, other] = [await somebody(), await somebody()]
  const [due, dueOfOther] = [await owingOf(listed), await owingOf(other)]
  await rosterOf('disabledFederation')
  await rosterOf('health')
  const row = `${listed.name},${misread(listed.idNumber, places)},特困人员,\n`
  const { undo } = await rosterOf('civilAffairs', null, 'everybody', row)
  const whole = { kind: 'stated', value: 400_00 }
  expect(await due()).toMatchObject(isLeftOpen ? { kind: 'open' } : whole)
  expect(await dueOfOther()).toMatchObject(whole)
  await rosterOf('civilAffairs')
  expect(await due()).toMatchObject(whole)
  await undo()
})

test('neither a name alone nor a number close to theirs alone keeps a sum from anybody', async () => {
  const [listed, alike] = [await somebody(), await somebody()]
  const [due, dueOfAlike] = [await owingOf(listed), await owingOf(alike)]
  await rosterOf('disabledFederation')
  await rosterOf('health')
  const far = `${listed.name},${misread(listed.idNumber, [2, 3, 4, 5])},特困人员,\n`
  await rosterOf('civilAffairs', null, 'everybody', `${far}旁人,${misread(alike.idNumber, [16])},特困人员,\n`)
  expect(await due()).toMatchObject({ kind: 'stated' })
  expect(await dueOfAlike()).toMatchObject({ kind: 'stated' })
})

test('the number is not kept longer than the roster counts: a month after a whole one of its kind came, or was taken back', async () => {
  const numbers = async () => {
    const query = { where: { region }, sort: { field: 'importId', order: 'ascending' }, limit: 9 } as const
    const { documents } = await world.store.find<DoubtfulNumberFields>('doubtfulNumbers', query)
    return documents.map(({ fields }) => fields.sealedNumber !== null)
  }
  const listed = await somebody()
  const row = `${listed.name},${misread(listed.idNumber, [16])},特困人员,\n`
  await rosterOf('civilAffairs', null, 'everybody', row)
  const clear = () => clearImports({ ...world.service, schedule } as unknown as JobPorts)
  world.setClock('2031-02-01', '12:00')
  await clear()
  expect(await numbers()).toEqual([true])
  const { undo } = await rosterOf('civilAffairs', null, 'everybody', row)
  await undo()
  expect(await numbers()).toEqual([true, true])
  await rosterOf('civilAffairs')
  world.setClock('2031-04-01', '12:00')
  await clear()
  expect(await numbers()).toEqual([false, false])
})

test('every identity that a notice subsidises is listed by some kind of roster', () => {
  for (const table of loadTables('shared/policy/tables'))
    expect([table.region, rostersNeeded(table)]).toEqual([
      table.region,
      expect.not.arrayContaining([undefined]),
    ])
})
