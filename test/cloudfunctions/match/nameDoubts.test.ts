/** 要核姓名: what becomes of a roster's row that has somebody's number and another name. */
import type { NameDoubtFields } from '../../../cloudfunctions/_imports/nameDoubts'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import type { ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { clearImports } from '../../../cloudfunctions/jobs/clearImports'
import type { Decision, DecisionReason } from '../../../shared/contracts/match'
import { DecideFindings, ListMatches } from '../../../shared/contracts/staffMatch'
import { replyOf } from '../world/startWorld'
import { matchWorld } from './matchWorld'
import { paidOn, take, type Step } from './rosterSteps'
import { foundOf, matched, waiting } from './steps'

const misnamed: Step = {
  do: 'roster',
  kind: 'civilAffairs',
  lists: 'everybody',
  rows: [{ who: 0, group: '农村低保四类', wrong: 'name' }],
  kills: [],
}

/** Somebody who has paid the whole fee, and October's match over a roster that has their number with another name. */
async function misnamedIn(steps: readonly Step[] = [misnamed]) {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const person = await world.add({ paid: { on: paidOn, yuan: 380 } })
  const sent = await take(world, [person], steps)
  world.setDay('2023-10-31')
  const { matchId } = await matched(world, '2023-10')
  const findingId = `${matchId}-${person.id}`
  const decide = async (decision: Decision, reason: DecisionReason) =>
    replyOf(await world.as('bureau')(DecideFindings, { findingIds: [findingId], decision, reason }))
      .outcomes[0]
  const finding = () => foundOf(world, matchId, person.id)
  const resident = async () => (await world.store.get<ResidentFields>('residents', person.id))?.fields
  const doubt = async () =>
    (
      await world.store.get<NameDoubtFields>(
        'nameDoubts',
        `${sent.rosters[0]?.importId ?? 'none'}-${person.id}`,
      )
    )?.fields
  return { world, person, sent, decide, finding, resident, doubt }
}

test('a county that only ever sends a few new names is asked as well, until a whole roster comes', async () => {
  const added: Step = { ...misnamed, lists: 'additions' }
  const { decide, finding, resident } = await misnamedIn([added])
  expect(await finding()).toMatchObject({ kind: 'nameDiffers', listed: { name: '旁人' } })
  expect(await decide('agree', 'nameChecked')).toEqual({ refusal: null, state: 'open' })
  expect((await resident())?.identities).toEqual([{ code: 'ruralDibao/4', since: '2023-10-01' }])
  const whole: Step = { ...misnamed, rows: [{ who: 1, group: '农村低保一类', wrong: 'stranger' }] }
  expect(await (await misnamedIn([added, whole])).finding()).toBeUndefined()
})

test('a whole roster that is taken back again leaves the files before it to be asked about', async () => {
  const whole: Step = { ...misnamed, rows: [{ who: 1, group: '农村低保一类', wrong: 'stranger' }] }
  const steps: Step[] = [{ ...misnamed, lists: 'additions' }, whole, { do: 'undo', which: 1 }]
  expect(await (await misnamedIn(steps)).finding()).toMatchObject({ kind: 'nameDiffers' })
})

test('both names stand beside each other, with the row; nothing is given yet, and nothing is owed', async () => {
  const { person, finding, resident } = await misnamedIn()
  expect(await finding()).toMatchObject({
    kind: 'nameDiffers',
    name: person.name,
    listed: { name: '旁人', identities: ['ruralDibao/4'], fen: null },
    row: { number: 2, day: '2023-10-01' },
    fen: null,
    clauses: [],
  })
  expect((await resident())?.identities ?? []).toEqual([])
})

test('checked with the household register: the identity counts from the roster’s day, and what is owed is asked next', async () => {
  const { decide, finding, resident, doubt } = await misnamedIn()
  expect(await decide('agree', 'samePerson')).toEqual({ refusal: 'wrongReason', state: 'open' })
  expect(await decide('agree', 'nameChecked')).toEqual({ refusal: null, state: 'open' })
  expect((await resident())?.identities).toEqual([{ code: 'ruralDibao/4', since: '2023-10-01' }])
  expect((await doubt())?.sealedName).toBeNull()
  expect(await finding()).toMatchObject({
    kind: 'supplement',
    fen: 25_000,
    clauses: expect.arrayContaining(['shandan-2024#五(二)2']) as unknown,
    row: { number: 2, day: '2023-10-01' },
  })
  expect(await decide('agree', 'nameChecked')).toEqual({ refusal: null, state: 'agreed' })
})

test('what is asked next stands, and is counted, in its own queue: nobody is left over in the one before', async () => {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const person = await world.add()
  await take(world, [person], [{ ...misnamed, rows: [{ who: 0, group: '特困人员', wrong: 'name' }] }])
  world.setDay('2023-10-31')
  const { matchId } = await matched(world, '2023-10')
  const queues = async () => {
    const { coverageYear } = world
    const [match] = replyOf(await world.as('bureau')(ListMatches, { coverageYear })).matches
    return match?.queues
  }
  const decide = async (reason: DecisionReason) =>
    replyOf(
      await world.as('bureau')(DecideFindings, {
        findingIds: [`${matchId}-${person.id}`],
        decision: 'agree',
        reason,
      }),
    ).outcomes[0]
  expect(await queues()).toMatchObject({ new: { found: 1, decided: 0 }, onBehalf: { found: 0, decided: 0 } })
  expect(await decide('nameChecked')).toEqual({ refusal: null, state: 'open' })
  expect(await waiting(world, matchId, 'onBehalf')).toMatchObject([{ kind: 'onBehalf' }])
  expect(await queues()).toMatchObject({ new: { found: 0, decided: 0 }, onBehalf: { found: 1, decided: 0 } })
  expect(await decide('samePerson')).toEqual({ refusal: null, state: 'agreed' })
  expect(await queues()).toMatchObject({ new: { found: 0, decided: 0 }, onBehalf: { found: 1, decided: 1 } })
})

test('somebody else’s row: the record stays, and the next month does not ask again', async () => {
  const { world, person, decide, resident, doubt } = await misnamedIn()
  expect(await decide('refuse', 'notSamePerson')).toEqual({ refusal: null, state: 'refused' })
  expect((await resident())?.identities ?? []).toEqual([])
  expect((await doubt())?.sealedName).toBeNull()
  world.setDay('2023-11-30')
  const { matchId } = await matched(world, '2023-11')
  expect(await foundOf(world, matchId, person.id)).toBeUndefined()
})

test('the roster taken back before anybody decides: there is nothing to ask any more', async () => {
  const { world, person, sent, decide, resident } = await misnamedIn()
  await take(world, [person], [{ do: 'undo', which: 0 }], sent, 31)
  expect(await decide('agree', 'nameChecked')).toEqual({ refusal: 'changedSince', state: 'overtaken' })
  expect((await resident())?.identities ?? []).toEqual([])
})

test('the other name is not kept longer than the rows it came with', async () => {
  const { world, decide, doubt } = await misnamedIn()
  expect((await doubt())?.sealedName).toEqual(expect.any(String))
  world.setDay('2024-01-31')
  await clearImports(world.ports as unknown as JobPorts)
  expect((await doubt())?.sealedName).toBeNull()
  expect(await decide('agree', 'nameChecked')).toMatchObject({ refusal: 'changedSince' })
})
