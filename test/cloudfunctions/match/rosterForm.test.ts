/** 参保资助花名册: whoever paid before they were recognised stands on it too, with what they paid and how far what they are owed has come. */
import { randomUUID } from 'node:crypto'
import { NoteSubsidyPaid } from '../../../shared/contracts/noteSubsidyPaid'
import { PrepareForm, PreviewForm } from '../../../shared/contracts/forms'
import { DecideFindings } from '../../../shared/contracts/staffMatch'
import { replyOf } from '../world/startWorld'
import { matchWorld, type MatchWorld } from './matchWorld'
import { matched } from './steps'

async function rosterOf(world: MatchWorld, town: string | null) {
  const wanted = { key: randomUUID(), form: 'subsidyRoster', town, village: null, from: null, to: null }
  const bureau = world.as('bureau')
  const { formId } = replyOf(await bureau(PrepareForm, { ...wanted, filled: true, blankRows: 0 }))
  const { form } = replyOf(await bureau(PreviewForm, { formId }))
  const [sheet] = form.sheets
  const rows = sheet?.rows.map((cells) => ({ name: cells[1], fen: cells[7], standing: cells[9] })) ?? []
  return { rows, total: sheet?.total?.[7] }
}

test('what is owed counts once the bureau has decided it, and is told as paid once the finance office has noted it', async () => {
  const world = matchWorld('shandan', 2024, '2023-11-30')
  const town = '清泉镇'
  const paid = { on: '2023-10-12', yuan: 380 }
  const later = await world.add({ town, identities: [{ code: 'ruralDibao/4', since: '2023-11-06' }], paid })
  const inTime = await world.add({
    town,
    identities: [{ code: 'ruralDibao/4', since: '2023-10-01' }],
    paid: { ...paid, yuan: 130 },
  })
  await world.add({ town, paid })
  const rowOf = async ({ name }: { name: string }) =>
    (await rosterOf(world, town)).rows.find((row) => row.name === name)

  expect(await rowOf(later)).toMatchObject({
    fen: '',
    standing: '已参保；缴费后认定，已缴380.00；未核定，应补250.00',
  })
  expect(await rowOf(inTime)).toMatchObject({ fen: '250.00', standing: '已参保' })
  expect(await rosterOf(world, town)).toMatchObject({ rows: { length: 2 }, total: '250.00' })

  const { matchId } = await matched(world, '2023-11')
  const findingIds = [`${matchId}-${later.id}`]
  replyOf(await world.as('bureau')(DecideFindings, { findingIds, decision: 'agree', reason: 'samePerson' }))
  expect(await rowOf(later)).toMatchObject({
    fen: '250.00',
    standing: '已参保；缴费后认定，已缴380.00；已列应补名单',
  })
  expect((await rosterOf(world, town)).total).toBe('500.00')

  const noted = { residentId: later.id, coverageYear: 2024, fen: 25_000, paidOn: '2023-11-29' }
  replyOf(await world.as('finance')(NoteSubsidyPaid, noted))
  expect(await rowOf(later)).toMatchObject({
    fen: '250.00',
    standing: expect.stringContaining('已补发2023-11-29') as unknown,
  })
})

test('where the notice is silent about it, the row says so and counts nothing', async () => {
  const world = matchWorld('dongxiang', 2021, '2020-11-30')
  const paid = { on: '2020-10-20', yuan: 280 }
  const one = await world.add({ identities: [{ code: 'ruralDibao/2', since: '2020-11-20' }], paid })
  const { rows } = await rosterOf(world, null)
  expect(rows.find(({ name }) => name === one.name)).toMatchObject({
    fen: '',
    standing: '已参保；缴费后认定，已缴280.00；补不补通知未载明',
  })
})
