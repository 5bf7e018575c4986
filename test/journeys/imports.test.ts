/** 导入: the bureau takes rosters in with a browser, from the file to the residents and back. */
import { readFileSync } from 'node:fs'
import { countyRosters } from '../rosters/countyRosters'
import type { MadeRoster } from '../rosters/makeRoster'
import { people } from './people'
import { setting } from './setting'
import type { Walk } from './walk'

const here = setting('2023-11-20')
const rosters = countyRosters(11, 99, ['清泉镇', '位奇镇', '李桥乡'])

const right = ({ lines }: MadeRoster): number => lines.filter(({ wrong }) => wrong === undefined).length
const wrong = (roster: MadeRoster): number => roster.lines.length - right(roster)

/** At a desk's width, as somebody of the county's bureau. */
async function enter({ walk }: { walk: Walk }): Promise<Walk> {
  await walk.page.setViewportSize({ width: 1280, height: 800 })
  await walk.open('#/workbench/enter/index')
  await walk.sees('您是哪一位？')
  await walk.choose(/^医保样例甲/)
  await walk.tap('进工作台')
  await walk.tap('导入')
  await walk.sees('导入哪一种名单？')
  return walk
}

async function choose(walk: Walk, kind: RegExp, name: string, buffer: Buffer): Promise<void> {
  await walk.choose(kind)
  const asked = walk.page.waitForEvent('filechooser')
  await walk.tap('选文件')
  await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

const figures = async (walk: Walk): Promise<string[]> => walk.page.locator('.fig__n').allInnerTexts()

test('a register and a roster go in by tap, what is wrong with them comes back as a list and a file, and a batch is taken back', async () => {
  const walk = await enter(here)
  const { population, civilAffairs } = rosters
  await walk.tap('选文件')
  await walk.sees('先选哪一种名单。')
  await walk.look('132-import-begin')
  await choose(walk, /^人口底册/, population.fileName, population.file)
  await walk.sees('哪一列是什么？', '村（社区）')
  await walk.page.getByLabel('姓名', { exact: true }).selectOption('不用')
  await walk.tap('预演')
  await walk.sees('选哪一列是姓名。')
  await walk.look('133-import-columns')
  await walk.page.getByLabel('姓名', { exact: true }).selectOption('姓名')
  await walk.tap('预演')
  await walk.sees('预演：还没有写进去', '最后一位校验不对', '多半是抄错一位')
  expect(await figures(walk)).toEqual(['99', '0', '0', String(wrong(population)), '对上了'])
  await walk.look('134-import-trial')
  const saving = walk.page.waitForEvent('download')
  await walk.tap('下载，多一列“退回原因”')
  const csv = readFileSync(await (await saving).path(), 'utf8')
  expect(csv.trimEnd().split('\r\n')).toHaveLength(2 + wrong(population))
  await walk.sees('下载好了。改好的行，再导入一次。')
  await walk.tap(`写入99行，跳过${wrong(population)}行`)
  await walk.sees('写进去了', '整批撤回')

  await walk.tap('看所有的导入')
  await choose(walk, /^民政花名册/, civilAffairs.fileName, civilAffairs.file)
  await walk.tap('预演')
  await walk.sees('总数对不上。', /先问县民政局/)
  const written = `写入${right(civilAffairs)}行，跳过${wrong(civilAffairs)}行`
  await walk.tap(written)
  await walk.sees('先写明为什么照样写入。')
  await walk.look('135-import-differs')
  await walk.type('为什么照样写入', '民政说表末多算两人')
  await walk.tap(written)
  await walk.sees('先选这份名单是不是整份。')
  await walk.choose(/^整份名单/)
  await walk.tap(written)
  await walk.sees('写进去了')
  await walk.look('136-import-done')

  await walk.tap('看所有的导入')
  await walk.page.getByRole('button', { name: /人口底册.xlsx/ }).click()
  await walk.tap('整批撤回')
  await walk.sees(/新增的99行不再有/)
  await walk.tap('撤回这一批')
  await walk.sees(/处后来又改过/)
  await walk.look('137-import-not-undone')
  await walk.tap('看所有的导入')
  await walk.page.getByRole('button', { name: /民政花名册.xlsx/ }).click()
  await walk.tap('整批撤回')
  await walk.tap('撤回这一批')
  await walk.sees('整批撤回了', '都改回导入以前的样子了。')
  await walk.tap('看所有的导入')
  await walk.sees('导入过的', '撤回了')
  await walk.look('138-import-list')
})

test('a file that is no roster is told with what to do, and one that was left half way stands in the list', async () => {
  const walk = await enter(here)
  await choose(walk, /^残联名单/, '名单.pdf', Buffer.from('%PDF-1.7'))
  await walk.sees('这个文件没收', '这不是表格。请选.xlsx或.csv文件。')
  await walk.look('139-import-refused')
  await walk.tap('换一个文件')
  const { name, idNumber } = people.ordinary
  const file = Buffer.from(`姓名,身份证号,残疾等级\n${name},${idNumber},一级\n`)
  await choose(walk, /^残联名单/, '残联.csv', file)
  await walk.sees('哪一列是什么？')
  await walk.open('#/workbench/imports/index')
  await walk.page.reload()
  await walk.sees('等对列', '没收')
  await walk.tap(/^接着办，残联.csv/)
  await walk.sees('哪一列是什么？')
  await walk.page.keyboard.press('Tab')
  await walk.tap('预演')
  await walk.sees('写入1行')
})
