import { servePolicies } from '../../cloudfunctions/_adapters/policyFiles/servePolicies'
import type { PolicyTable } from '../../shared/policy/table'
import { inventedTables, realTables, tableName } from '../rules/allTables'
import { people } from './people'
import { identify } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

const parts = [
  '缴多少，什么时候缴',
  '谁有资助',
  '谁能参保，带什么',
  '在哪里缴',
  '学生',
  '新生儿',
  '退费，缴重了',
]

/** The whole policy of one table: the first page, then each part by its row and the way to the next. */
async function readThrough(table: PolicyTable, look: (screen: string) => Promise<void>): Promise<void> {
  const { walk } = here
  const { region, coverageYear, notice } = table
  await walk.open(`#/more/policy/index?region=${region}&year=${coverageYear}`)
  await walk.sees('这一年的日子', `${coverageYear}年医保政策`, notice.title)
  await walk.look('70-policy')
  await walk.tap(/^缴多少，什么时候缴/)
  for (const [index, title] of parts.entries()) {
    await walk.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await look(`71-policy-${index + 1}`)
    const next = parts[index + 1]
    if (next) await walk.tap(`下一样：${next}`)
  }
  await walk.tap('返回')
  await walk.sees('这一年的日子')
}

/** The one with most to say is looked at on every page of it. */
const richest = realTables.reduce((most, table) =>
  table.subsidies.length > most.subsidies.length ? table : most,
)

test.each(
  [richest, ...realTables.filter((table) => table !== richest)].map((table) => [tableName(table), table]),
)('%s can be read from its first page to its last part', async (_, table) => {
  await readThrough(table, table === richest ? (screen) => here.walk.look(screen) : async () => {})
})

test('so can a table that nobody had when the pages were written', async () => {
  const invented = inventedTables.find(({ fee }) => fee.length > 2)
  if (!invented) throw new Error('no invented table has a fee by class')
  here.service.running.ports.policies = servePolicies([invented])
  await readThrough(invented, (screen) => here.walk.look(screen))
})

test('from home, from the list of places, from a clause and from the foot of a page', async () => {
  const { walk } = here
  await walk.open()
  await walk.tap('本地政策')
  await walk.sees('2024年医保政策', '380')
  await walk.tap('换地方')
  await walk.sees('各地的政策')
  await walk.look('72-policies')
  await walk.tap('东乡县，2021年度，现在办这一年')
  await walk.sees('2021年医保政策', '东乡县 · 参保年度 2021')
  await walk.tap('算一算，我要缴多少')
  await walk.sees('有下面哪些身份？')

  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('三个日期，别弄混')
  await walk.page
    .getByRole('button', { name: /^依据 五\(一\)2/ })
    .first()
    .click()
  await walk.page.getByRole('dialog').getByRole('button', { name: '看整份政策' }).click()
  await walk.sees('2024年医保政策')
  await walk.open()
  await walk.tap('看明细，去缴费，王样例')
  await walk.tap('看整份政策')
  await walk.sees('2024年医保政策')
})

test('a part of the address that is missing or unknown leads on, never into nothing', async () => {
  const { walk } = here
  await walk.open('#/more/policy/index?region=shandan&year=2024&part=nothing')
  await walk.sees('2024年医保政策')
  await walk.open('#/more/policy/index?region=shandan&year=2030')
  await walk.page.reload()
  await walk.sees('这里这一年还没有政策，不能算。')
  await walk.open('#/more/policy/index?region=shandan')
  await walk.page.reload()
  await walk.tap('回到首页')
  await walk.sees('先看要付多少')
})

test('a page whose code does not come says so, and opens at the next tap', async () => {
  const { walk } = here
  await walk.open()
  await walk.sees('本地政策')
  await walk.page.route('**/chunk/**', (route) => route.abort())
  await walk.tap('本地政策')
  await walk.sees('没有打开。看看网络，再点一次。')
  await walk.page.getByText('确定').click()
  await walk.page.unroute('**/chunk/**')
  await walk.tap('本地政策')
  await walk.sees('2024年医保政策')
})
