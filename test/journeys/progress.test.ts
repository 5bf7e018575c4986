/** 进度、未参保名单、特殊人群: counted on a desk, read in a village, noted at a door, checked at the bureau. */
import { readFileSync } from 'node:fs'
import { noCounts } from '../../cloudfunctions/_progress/counts'
import {
  townId,
  yearKey,
  type RoundFields,
  type TownFields,
} from '../../cloudfunctions/_progress/progressRecord'
import { rosterPart } from '../../cloudfunctions/_imports/rosterMembers'
import { changeTaken } from '../../cloudfunctions/_imports/rosterStanding'
import { documentsOfPart } from '../../cloudfunctions/_residents/documentsOfPart'
import { partitions } from '../../cloudfunctions/_residents/partition'
import { officer } from './officer'
import { setting } from './setting'
import type { Service } from './startService'

/** What the drawn screen shows as paid, by the notice's order; a part of it on behalf. */
const drawn = [24_120, 19_876, 15_023, 12_688, 16_102, 14_990, 8_210, 5_127, 10_436, 4_190, 512]
const onBehalf = 1_200

async function countedAsDrawn({ running: { ports } }: Service, region: string, coverageYear: number) {
  const year = { region, coverageYear }
  const asOf = ports.clock.now()
  const over = { round: 1, next: partitions.length, rosters: [] }
  const round: RoundFields = { ...year, ...over, begunAt: asOf, finishedAt: asOf }
  await ports.store.insert('progressRounds', yearKey(year), round)
  const { table } = ports.policies.inForce(region, coverageYear) ?? {}
  for (const [at, { name, values }] of (table?.targets?.rows ?? []).entries()) {
    const done = drawn[at] ?? (values.target ?? 0) + 7 - at
    const behalf = Math.min(onBehalf, Math.floor(done / 10))
    const missing = { subsidised: 214, lastYear: 2_905, elsewhere: 388, other: 841, exempt: 36 }
    const counts = {
      ...{ ...noCounts(), ...missing, registered: done + 5_000, employee: 616 },
      ...{ roster: done - behalf, onBehalf: behalf },
    }
    const heads = (table?.workFund?.steps ?? []).map(() => done - 40)
    const villages = ['东样村', '西样村'].map((village) => ({ village, counts, rosters: {} }))
    const sums = { counts, heads, undated: 0, rosters: {}, villages }
    const town: TownFields = { ...year, town: name, asOf, ...sums }
    await ports.store.insert('progressTowns', townId(year, name), town)
  }
}

/** A farm that the notice does not list, and targets an office sent: of the first town, which has a printed one, and of a village. */
async function sentBesides({ running: { ports } }: Service, region: string, coverageYear: number) {
  const year = { region, coverageYear }
  const counts = { ...noCounts(), registered: 70, roster: 50, other: 20 }
  const asOf = ports.clock.now()
  const sums = { counts, heads: [], undated: 0, rosters: {}, villages: [] }
  const farm: TownFields = { ...year, town: '样例农场', asOf, ...sums }
  await ports.store.insert('progressTowns', townId(year, farm.town), farm)
  const { table } = ports.policies.inForce(region, coverageYear) ?? {}
  const town = table?.targets?.rows[0]?.name ?? ''
  for (const [order, village] of [null, '东样村'].entries())
    await ports.store.insert('importedTargets', `sent-${order}`, {
      ...year,
      town,
      village,
      heads: 26_000,
      order,
    })
}

/** 民政's newest whole roster names everybody of the register. */
async function rosterOfAll({ running: { ports } }: Service, region: string): Promise<void> {
  const importId = 'roster-of-all'
  for (const partition of partitions) {
    const ids: string[] = []
    for await (const { id } of documentsOfPart(ports.store, 'residents', { region, partition })) ids.push(id)
    await ports.store.insert('rosterParts', rosterPart(importId, partition), { region, ids })
  }
  const now = ports.clock.now()
  const said = {
    kind: 'civilAffairs',
    importId,
    lists: 'everybody',
    startedAs: 'department',
    rows: 9,
  } as const
  const roster = { ...said, startedAt: now, committedAt: now, membersKept: true }
  await changeTaken(ports.store, region, (taken) => [...taken, roster])
}

describe('in the autumn of 2023', () => {
  const here = setting('2023-11-20')

  test('the county as drawn: every figure of the notice, a table twin, and an export', async () => {
    await here.walk.open()
    await countedAsDrawn(here.service, 'shandan', 2024)
    const bureau = await officer(here, '医保样例甲')
    await bureau.tap('进度')
    await bureau.sees('2024年度缴费进度', '131,274', '154,100', '85.2%', '22,837', '差 4,348', '超 11')
    await bureau.sees('95%（参考，这份通知没有写）', /山丹农场超出的人，不抵别处/, '通知没有写参保率。')
    await bureau.look('125-progress')
    const saving = bureau.page.waitForEvent('download')
    await bureau.tap('导出表格')
    const csv = readFileSync(await (await saving).path(), 'utf8')
    expect(csv).toMatch(/合计,157814,154100,/)
    expect(csv.split('\r\n')[0]).toContain('医保样例甲')
    await bureau.sees('存好了。谁导出的写在表头。')
    await bureau.tap('清泉镇')
    await bureau.sees('清泉镇，2024年度缴费进度', '各村（社区）', '东样村')
    await bureau.look('126-progress-town')
    await bureau.end()

    const clerk = await officer(here, '乡镇样例甲')
    await clerk.sees('清泉镇还差', '4,348', '已缴 24,120 人，任务 28,468 人，到12月31日还有41天。')
    await clerk.look('127-progress-today')
    await clerk.end()
  })

  test('from the count to a door: the list, a telephone number, a note, and the bureau’s check', async () => {
    await here.walk.open()
    await rosterOfAll(here.service, 'shandan')
    const bureau = await officer(here, '医保样例甲')
    await bureau.tap('进度')
    await bureau.tap('现在重新数')
    await bureau.sees(/^截至/)
    await bureau.tap('清泉镇')
    await bureau.sees('各村（社区）')

    const department = await officer(here, '民政样例甲')
    await department.tap('本部门名单')
    await department.sees('民政花名册，2023年11月20日收的', '通知要您：督促民政的特殊群体参保。', '合计')
    await department.look('130-own-roster')
    await department.tap('看各村，清泉镇')
    await department.sees('清泉镇，还没参保的人')
    await department.look('130-own-roster-town')
    const taking = department.page.waitForEvent('download')
    await department.tap('导出名单')
    const own = readFileSync(await (await taking).path(), 'utf8')
    expect(own.split('\r\n')[0]).toContain('民政样例甲')
    await department.page
      .getByRole('button', { name: /^看名单，/ })
      .first()
      .click()
    await department.sees(/，还没参保的人$/, '证件号')
    await department.look('130-own-roster-village')
    await department.end()

    const clerk = await officer(here, '乡镇样例甲')
    await clerk.page.setViewportSize({ width: 375, height: 667 })
    await clerk.tap('进度')
    await clerk.page
      .getByRole('button', { name: /^看名单，/ })
      .first()
      .click()
    await clerk.sees(/，还没缴的人$/, '看了谁、导出什么，都记下来。')
    const first = clerk.page.getByRole('button', { name: /(资助对象|去年缴了，今年没缴|其他)$/ }).first()
    await first.click()
    await clerk.sees('电话', /^000\d{8}$/, '住址')
    await clerk.look('128-progress-missing')
    await clerk.tap('登记特殊人群')
    await clerk.choose('异地参保')
    await clerk.tap('登记')
    await clerk.sees('先选哪种医保，再写参保单位。')
    await clerk.choose('职工医保')
    await clerk.type('参保单位', '样例制衣厂')
    await clerk.type('佐证', '参保缴费凭证样例1号')
    await clerk.look('129-progress-note')
    await clerk.tap('登记')
    await clerk.sees('登记好了，等县医保局核实。', '待核实：异地参保')
    const saving = clerk.page.waitForEvent('download')
    await clerk.tap('导出这个村的名单')
    const csv = readFileSync(await (await saving).path(), 'utf8')
    expect(csv).toContain('待核实：异地参保')
    expect(csv).not.toMatch(/000\d{8}/)

    await bureau.tap('进度')
    await bureau.tap('特殊人群台账')
    await bureau.sees('职工医保，样例制衣厂', '佐证：参保缴费凭证样例1号')
    await bureau.look('130-progress-special')
    await bureau.page.getByRole('button', { name: /^核实/ }).click()
    await bureau.sees('没有登记的人')
    await bureau.tap('已核实')
    await bureau.sees('职工医保，样例制衣厂')
    await bureau.end()
    await clerk.page.reload()
    await clerk.sees(/，还没缴的人$/)
    await clerk.page.waitForTimeout(0)
    expect(await clerk.text()).not.toContain('待核实')
    await clerk.end()
  })
})

describe('in the winter of 2020', () => {
  const here = setting('2020-01-10')

  test('工作经费 by its steps, in the two ways the notice allows, and the rates it asks for', async () => {
    await here.walk.open()
    await countedAsDrawn(here.service, 'pubei', 2020)
    await sentBesides(here.service, 'pubei', 2020)
    const bureau = await officer(here, '医保范例甲')
    await bureau.tap('进度')
    await bureau.sees(
      '825,000',
      '贫困村',
      '98%以上',
      '建档立卡贫困人员',
      '工作经费',
      '通知没写按哪天的人数算',
    )
    await bureau.sees(/^县医保局：每人0.30元/)
    await bureau.sees(
      '样例农场，通知没有列任务。那里在册70人，到账50人，不算进完成和还差。',
      '合计（所有人）',
      '任务（导入）',
      '两处都有任务的，完成和还差照通知印的算，导入的只列出。',
    )
    await bureau.look('131-progress-fund')
    await bureau.tap('泉水镇')
    await bureau.sees('另有导入的任务26,000人。完成和还差照通知印的算。', '合计（有任务的）')
    await bureau.sees('西样村，没有导入任务。那里在册29,120人，到账24,120人，不算进完成和还差。')
    await bureau.look('131-progress-targets')
    await bureau.end()
  })
})
