/** Tables of targets: by town and village, for a coverage year, against a total that is compared and never recomputed. */
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { importedTargets } from '../../../cloudfunctions/_imports/targets/targetRecord'
import { scopedStore } from '../../../cloudfunctions/_staff/scopedStore'
import { BeginImport } from '../../../shared/contracts/beginImport'
import { CommitImport } from '../../../shared/contracts/commitImport'
import { makeWorkbook, type MadeCell } from '../rosters/makeWorkbook'
import { standInTables } from '../world/standInTables'
import { startWorld, type World } from '../world/startWorld'
import { importSteps, type Ask } from './importSteps'

const region = 'rivertown'
const year = 2031
let world: World
let bureau: Ask
beforeEach(async () => {
  world = await startWorld()
  bureau = await world.staff('bureau', { region, imports: ['targets'] })
})
afterEach(() => world.stop())

const table = (rows: readonly (readonly MadeCell[])[]) =>
  makeWorkbook([['2031年度任务分配表'], ['乡镇', '村（社区）', '任务数'], ...rows])
const standing = async () =>
  (await importedTargets(world.store, { region, coverageYear: year })).map(({ town, village, heads }) => [
    town,
    village,
    heads,
  ])

test('towns and villages stand as they were sent, in their order; another table changes them, and undoing brings them back', async () => {
  const steps = importSteps(bureau)
  const rows = [
    ['样例镇', '', 120],
    ['样例镇', '甲村', '70人'],
    ['样例镇', '乙村', '50'],
    ['合计', '', '240'],
  ]
  const first = await steps.tried('targets', table(rows))
  expect(first).toMatchObject({ coverageYear: year, rows: 3, statedTotal: 240, countedTotal: 240 })
  await steps.commit(first.importId)
  const sent = [
    ['样例镇', null, 120],
    ['样例镇', '甲村', 70],
    ['样例镇', '乙村', 50],
  ]
  expect(await standing()).toEqual(sent)
  const second = await steps.tried(
    'targets',
    table([
      ['样例镇', '甲村', 71],
      ['样例镇', '乙村', 50],
    ]),
  )
  expect(second.counts).toEqual({ added: 0, changed: 1, same: 1, rejected: 0 })
  await steps.commit(second.importId)
  expect((await standing()).map(([, , heads]) => heads).sort()).toEqual([120, 50, 71])
  await steps.undo(second.importId)
  expect((await standing()).map(([, , heads]) => heads).sort()).toEqual([120, 50, 70])
  await steps.undo(first.importId)
  expect(await standing()).toEqual([])
})

test('a sum that is not the printed total stops the commit until somebody says why, and the reason is not readable', async () => {
  const steps = importSteps(bureau)
  const { importId } = await steps.tried(
    'targets',
    table([
      ['样例镇', '甲村', 70],
      ['合计', '', 71],
    ]),
  )
  expect(await bureau(CommitImport, { importId })).toMatchObject({
    refusal: 'totalDiffers',
    details: { stated: 71, counted: 70 },
  })
  expect(await bureau(CommitImport, { importId, reason: ' ' })).toMatchObject({ refusal: 'badRequest' })
  const reason = '附件印错一人，张样例已核'
  expect(await bureau(CommitImport, { importId, reason })).toMatchObject({ kind: 'done' })
  expect((await standing())[0]).toEqual(['样例镇', '甲村', 70])
  const stored = await world.store.get('imports', importId)
  expect(JSON.stringify(stored)).not.toContain('张样例')
})

test('a town whose target the notice prints may be sent another one, which stands beside it; a town nobody lists is asked about', async () => {
  const rows = [{ name: '样例镇', values: { target: 100 } }]
  const targets = { clause: '附表', columns: { target: '任务数' }, rows, total: { target: 100 } }
  world.service.policies = servePolicies(standInTables.map((printed) => ({ ...printed, targets })))
  const steps = importSteps(bureau)
  const { counts, importId } = await steps.tried(
    'targets',
    table([
      ['样例镇', '', 130],
      ['无名镇', '', 9],
    ]),
  )
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 1 })
  await steps.commit(importId)
  expect(await standing()).toEqual([['样例镇', null, 130]])
})

test('a township’s notice lists villages: they stand as its units, named alone or beside the township', async () => {
  const rows = [{ name: '样例村', values: { target: 100 } }]
  const targets = { clause: '附表', columns: { target: '任务数' }, rows, total: { target: 100 } }
  const place = { name: '样例镇', level: 'township' as const }
  world.service.policies = servePolicies(standInTables.map((printed) => ({ ...printed, place, targets })))
  const steps = importSteps(bureau)
  const sent = [
    ['样例镇', '样例村', 130],
    ['样例镇', '无名村', 9],
    ['样例镇', '', 8],
  ]
  const { counts, importId } = await steps.tried('targets', table(sent))
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 2 })
  expect(await steps.rejects(importId)).toContain('附表没有的，先请县医保局补进政策表')
  await steps.commit(importId)
  expect(await standing()).toEqual([['样例村', null, 130]])
  const again = await steps.tried('targets', table([['样例村', '', 130]]))
  expect(again.counts).toMatchObject({ same: 1 })
})

test('rows without a number, and a place that stands twice, are rejected', async () => {
  const steps = importSteps(bureau)
  const rows = [
    ['样例镇', '甲村', '很多'],
    ['样例镇', '乙村', 1.5],
    ['样例镇', '丙村', 3],
    ['样例镇', '丙村', 4],
    ['', '丁村', 4],
  ]
  const { counts, importId } = await steps.tried('targets', table(rows))
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 4 })
  const reasons = (await steps.rejects(importId)).split('\r\n').slice(2, -1)
  expect(reasons.map((line) => line.split(',').slice(-3, -1).join())).toEqual(['3,C', '4,C', '6,A', '7,A'])
})

test('somebody of one town sends their villages only, sees no other town’s, and a year must be named', async () => {
  const clerk = await world.staff('clerk', { region, town: '样例镇', imports: ['targets'] })
  const steps = importSteps(clerk)
  const rows = [
    ['样例镇', '甲村', 70],
    ['样例镇', '', 120],
    ['别的镇', '甲村', 30],
  ]
  const { counts, importId } = await steps.tried('targets', table(rows))
  expect(counts).toEqual({ added: 1, changed: 0, same: 0, rejected: 2 })
  await steps.commit(importId)
  const all = await importSteps(bureau).tried('targets', table([['别的镇', '乙村', 9]]))
  await importSteps(bureau).commit(all.importId)
  const staff = { staffId: 's', name: '', role: 'clerk' as const, region, town: '样例镇', callerIndex: null }
  expect(await importedTargets(scopedStore(world.store, staff), { region, coverageYear: year })).toHaveLength(
    1,
  )
  const request = { kind: 'targets' as const, key: '00000000-0000-4000-8000-000000000001', parts: 1 }
  expect(await bureau(BeginImport, { ...request, fileName: '任务.xlsx' })).toMatchObject({
    refusal: 'yearMissing',
  })
})
