/** What a finding of somebody whom a roster leaves out leads to, and for how long it is kept who stands on a roster. */
import type { RosterMembers, RosterPartFields } from '../../../cloudfunctions/_imports/rosterMembers'
import { listingsOf, takenIn } from '../../../cloudfunctions/_imports/rosterStanding'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import { letGo } from '../../../cloudfunctions/_residents/mergedResident'
import { partitionOf } from '../../../cloudfunctions/_residents/partition'
import { openResident, type ResidentFields } from '../../../cloudfunctions/_residents/residentRecord'
import { clearImports } from '../../../cloudfunctions/jobs/clearImports'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import { DecideFindings } from '../../../shared/contracts/staffMatch'
import { importSteps } from '../imports/importSteps'
import { replyOf } from '../world/startWorld'
import { matchWorld } from './matchWorld'
import { foundOf, matched, waiting } from './steps'
import type { Decision, DecisionReason } from '../../../shared/contracts/match'
import { paidOn, type Step, askWith, fileOf, take, county, roster, everybody } from './rosterSteps'

/** Somebody who stood on the first whole roster and not on the second, and their finding of October's match. */
async function leftOutOf(used: string | null) {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const paid = used === null ? {} : { paid: { on: paidOn, yuan: 130, as: used } }
  const persons = [await world.add(paid), await world.add()]
  const steps: Step[] = [everybody(0, 1), everybody(1)]
  const sent = await take(world, persons, steps)
  world.setDay('2023-10-31')
  const { matchId } = await matched(world, '2023-10')
  const findingIds = [`${matchId}-${persons[0]?.id}`]
  const decide = async (decision: Decision, reason: DecisionReason) =>
    replyOf(await world.as('bureau')(DecideFindings, { findingIds, decision, reason })).outcomes
  return { world, matchId, decide, residentId: persons[0]?.id ?? '', roster: sent.rosters[1] }
}

test('agreed: the record does not hold it any more, the next month does not ask, and a roster that lists them again brings it back', async () => {
  const { world, matchId, decide, residentId } = await leftOutOf('ruralDibao/1')
  const identities = async () =>
    (await world.store.get<ResidentFields>('residents', residentId))?.fields.identities?.map(
      ({ code }) => code,
    )
  expect(await foundOf(world, matchId, residentId)).toMatchObject({
    kind: 'lost',
    omitted: [{ kind: 'civilAffairs', day: '2023-10-02', rows: 1, codes: ['ruralDibao/1'] }],
    listed: { identities: [] },
    row: null,
    clauses: ['shandan-2024#五(二)2'],
  })
  expect(await identities()).toEqual(['ruralDibao/1'])
  expect(await decide('agree', 'samePerson')).toMatchObject([{ refusal: null }])
  expect(await identities()).toEqual([])
  world.setDay('2023-11-30')
  const next = await matched(world, '2023-11')
  expect(await foundOf(world, next.matchId, residentId)).toBeUndefined()
  const again = await world.store.get<ResidentFields>('residents', residentId)
  const { name = '', idNumber = '' } = again ? openResident(world.cipher, again) : {}
  const steps = importSteps(askWith(world))
  const file = Buffer.from(`姓名,身份证号,人员类别\n${name},${idNumber},农村低保一类\n`)
  await steps.commit((await steps.tried('civilAffairs', file, 1)).importId, 'additions')
  expect(await identities()).toEqual(['ruralDibao/1'])
})

test('beside a case stands the row of the file that brought the identity, and the day it came', async () => {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const persons = [await world.add(), await world.add({ paid: { on: paidOn, yuan: 380 } }), await world.add()]
  const added = roster('additions', 2)
  await take(world, persons, [everybody(0, 1), added])
  world.setDay('2023-10-31')
  const { matchId } = await matched(world, '2023-10')
  expect(await foundOf(world, matchId, persons[1]?.id ?? '')).toMatchObject({
    // A few new names do not stand for the roster they were added to.
    roster: { kind: 'civilAffairs', day: '2023-10-01', rows: 2 },
    row: { number: 3, day: '2023-10-01' },
  })
})

test('refused: the record stays, and the next month does not ask the same', async () => {
  const { world, decide, residentId } = await leftOutOf('ruralDibao/1')
  expect(await decide('refuse', 'rosterMistaken')).toMatchObject([{ refusal: null }])
  world.setDay('2023-11-30')
  const { matchId } = await matched(world, '2023-11')
  expect(await foundOf(world, matchId, residentId)).toBeUndefined()
  const resident = await world.store.get<ResidentFields>('residents', residentId)
  expect(resident?.fields.identities).toMatchObject([{ code: 'ruralDibao/1' }])
})

test('left out only by a roster of the month after: what was found in this month stands', async () => {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const persons = [await world.add({ paid: { on: paidOn, yuan: 380 } }), await world.add()]
  await take(world, persons, [everybody(0, 1)])
  world.setDay('2023-10-31')
  const { matchId } = await matched(world, '2023-10')
  await take(world, persons, [everybody(1)], { rosters: [], corrected: [] }, 40)
  const asked = { findingIds: [`${matchId}-${persons[0]?.id}`], decision: 'agree' as const }
  const decided = await world.as('bureau')(DecideFindings, { ...asked, reason: 'samePerson' })
  expect(replyOf(decided).outcomes).toEqual([{ refusal: null, state: 'agreed' }])
})

test('taken back before anybody decides: overtaken, and nothing is ended', async () => {
  const { world, decide, roster: second } = await leftOutOf('ruralDibao/1')
  await importSteps(askWith(world)).undo(second?.importId ?? '')
  expect(await decide('agree', 'samePerson')).toEqual([{ refusal: 'changedSince', state: 'overtaken' }])
})

test('not enrolled yet: by which clauses they pay now, and not what becomes of a subsidy that was used', async () => {
  const { world, matchId, residentId } = await leftOutOf(null)
  const finding = await foundOf(world, matchId, residentId)
  expect(finding).toMatchObject({ kind: 'lost', before: ['ruralDibao/1'], enrolled: null })
  expect(finding?.listed.fen).toBe(380_00)
  expect(finding?.clauses).not.toContain('shandan-2024#五(二)2')
  expect(finding?.clauses.length).toBeGreaterThan(0)
  expect(await waiting(world, matchId, 'lost')).toMatchObject([{ isEnrolled: false, stated: true }])
  const used = await leftOutOf('ruralDibao/1')
  expect(await waiting(used.world, used.matchId, 'lost')).toMatchObject([{ isEnrolled: true, stated: true }])
})

test('a record that the roster names was merged into this one: nobody is left out', async () => {
  const { world, decide, residentId } = await leftOutOf('ruralDibao/1')
  const listed = await world.add()
  const steps = importSteps(askWith(world))
  const file = Buffer.from(`姓名,身份证号,人员类别\n${listed.name},${listed.idNumber},农村低保一类\n`)
  await steps.commit((await steps.tried('civilAffairs', file, 1)).importId, 'additions')
  await world.store.transaction(async (documents) => {
    const gone = await documents.get<ResidentFields>('residents', listed.id)
    if (gone) await letGo(documents, gone, residentId, world.ports.clock.now())
  })
  expect(await decide('agree', 'samePerson')).toMatchObject([{ refusal: 'changedSince' }])
})

test('the trial says how many of the last whole roster, and of what was added to it, are missing', async () => {
  const world = matchWorld('shandan', 2024, '2023-10-01')
  const persons = await county(world)
  const steps = importSteps(askWith(world))
  const lastOf = async (...named: number[]) => {
    const rows = named.map((at) => ({ who: at, group: '农村低保一类', wrong: null }) as const)
    return (await steps.tried('civilAffairs', fileOf(rows, persons), rows.length)).last
  }
  expect(await lastOf(0, 1)).toBeNull()
  await take(world, persons, [everybody(0, 1, 2), roster('additions', 3)])
  expect(await lastOf(0, 0, 3, 4)).toEqual({ day: '2023-10-01', people: 4, missing: 2 })
  const clerk = { ...world.staffPorts('clerk', '清泉镇') }
  clerk.staff = { ...clerk.staff, imports: ['civilAffairs'] }
  const ofTown = importSteps((contract, request) => answerStaff(contract.name, request, clerk))
  const shown = await ofTown.tried(
    'civilAffairs',
    fileOf([{ who: 0, group: '特困人员', wrong: null }], persons),
    1,
  )
  expect(shown.last).toBeNull()
})

test('after a month what was there before is emptied; taken back then, nothing is concluded from it', async () => {
  const { world, residentId, roster: second } = await leftOutOf('ruralDibao/1')
  const day = async (at: string) => {
    world.setDay(at)
    await clearImports(world.ports as unknown as JobPorts)
  }
  const ids = async (importId: string) =>
    (await world.store.get<RosterPartFields>('rosterParts', `${importId}-${partitionOf(residentId)}`))?.fields
      .ids
  const firstId = (await takenIn(world.store, 'shandan'))[0]?.importId ?? ''
  expect(await ids(firstId)).toContain(residentId)
  await day('2023-12-15')
  expect(await ids(firstId)).toBeNull()
  await importSteps(askWith(world)).undo(second?.importId ?? '')
  expect(listingsOf(await takenIn(world.store, 'shandan'))).toEqual([])
  await day('2024-02-01')
  const members = await world.store.get<RosterMembers>('rosterMembers', `${second?.importId}-00000`)
  expect(members?.fields).toEqual({ members: [], others: [], names: [] })
})
