/** 名单齐了没有: whoever stands on no roster has no identity once every roster is in, and not before. */
import { rostersNeeded } from '../../../cloudfunctions/_imports/rosterStanding'
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
async function owing() {
  const person = await world.addPerson({ region, identities: null })
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

async function rosterOf(
  kind: keyof typeof kinds,
  town: string | null = null,
  lists: RosterLists = 'everybody',
) {
  const { name, idNumber } = await world.addPerson({ region, town: '样例镇' })
  const steps = importSteps(await world.staff('bureau', { region, town, imports: importKind.options }))
  const file = Buffer.from(
    `姓名,身份证号,人员类别,残疾等级\n${name},${idNumber},${kinds[kind]},${kinds[kind]}\n`,
  )
  const { importId } = await steps.tried(kind, file, 1)
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
})

test('every identity that a notice subsidises is listed by some kind of roster', () => {
  for (const table of loadTables('shared/policy/tables'))
    expect([table.region, rostersNeeded(table)]).toEqual([
      table.region,
      expect.not.arrayContaining([undefined]),
    ])
})
