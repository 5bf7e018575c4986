/** 规则: one of the bureau sees what the new table changes for the county and puts it forward, another approves it. */
import { readFileSync } from 'node:fs'
import { allJobs, runDueJobs } from '../../cloudfunctions/jobs/runDueJobs'
import { unhurried } from '../unhurried'
import { officer } from './officer'
import { setting } from './setting'

const here = setting('2023-11-20')

test('what a table changes is read with both clauses, and two people stand behind it', async () => {
  await here.walk.open()
  await runDueJobs({ ...here.service.running.ports, schedule: unhurried }, allJobs)
  const one = await officer(here, '医保样例甲')
  await one.tap('管理')
  await one.sees('2021年度 → 2024年度，变了什么', '多 100元', '少 50元', '不能比', '通知未载明')
  const saving = one.page.waitForEvent('download')
  await one.tap('导出表格')
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('医保样例甲')
  await one.sees('存好了。谁导出的写在表头。')
  await one.look('163-desk-rules')
  await one.tap('请另一人审核')
  await one.sees('等另一个人审核', '自己提交的，自己不能审核。')
  await one.tap('2021年度')
  await one.sees('这是本地的第一张表，没有上一年可比。', '还没有提交审核')
  await one.look('164-desk-rules-first')
  await one.end()

  const other = await officer(here, '医保样例乙')
  await other.tap('管理')
  await other.tap('退回')
  await other.tap('退回，写明原因')
  await other.sees('退回要写明哪里不对。')
  await other.look('165-desk-rules-send-back')
  await other.tap('先不定')
  await other.tap('看过了，审核通过')
  await other.sees('审核通过')
  await other.look('166-desk-rules-approved')
  await other.end()
})
