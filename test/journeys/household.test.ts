/** 一家人一起缴: one owes 380, one 130, and for one the county pays. */
import type { Page } from 'playwright-core'
import { people } from './people'
import { identify, toWechat } from './roads'
import { setting } from './setting'
import { startWalk } from './walk'

const here = setting('2023-11-20')

beforeEach(async () => {
  const { walk } = here
  await walk.open()
  for (const [person, relation] of [
    [people.ordinary, undefined],
    [people.dibaoFour, '父母'],
    [people.extremePoverty, '其他'],
  ] as const) {
    await identify(walk, person, relation)
    await walk.sees(/本页依据/)
    await walk.open()
    await walk.sees(person.name)
  }
})

/** From home to the check page of both who owe something. */
async function toCheckOfBoth(): Promise<void> {
  const { walk } = here
  await walk.tap('一起缴 510 元（2 人）')
  await walk.sees('周示范，有别的医保吗？')
  await walk.choose('没有')
  await walk.tap('下一步')
  await walk.sees('王样例，有别的医保吗？')
  await walk.choose('没有')
  await walk.tap('下一步')
  await walk.sees('核对，再去缴')
}

async function confirm(yuan: number): Promise<void> {
  await here.walk.tap(`确认付款 ${yuan} 元`)
  await here.walk.sees('缴好了')
}

/** One order that stands as paid, for these sums; orders that were closed before do not count. */
async function expectPaidOnce(...fens: number[]): Promise<void> {
  const { service } = here
  const open = (await service.orders()).filter(({ state }) => state !== 'closed')
  expect(open.map(({ state, lines }) => [state, lines.map(({ fen }) => fen)])).toEqual([['paid', fens]])
  expect(await service.payments()).toHaveLength(1)
  expect((await service.enrollments()).map(({ paidFen }) => paidFen).sort()).toEqual([...fens].sort())
}

test('both are paid for at once, the third is named; one receipt for two', async () => {
  const { walk, service } = here
  await walk.sees('2人一起缴', '510', '周示范、王样例', '不用在这里缴')
  await walk.look('30-home-together')
  await toCheckOfBoth()
  await walk.sees(
    '2人，一共',
    '510 元',
    '2人都没有',
    '这次不缴的人',
    '李示范',
    '不用在这里缴。为什么，只有本人看得到。',
  )
  await walk.look('31-check-together')
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('这不是真的付款。')
  await walk.tap('取消')
  await walk.sees('这一笔还没付', /周示范、王样例，2人/)
  await walk.look('32-waiting-together')
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  await confirm(510)
  await walk.sees('2人，一共', '380 元', '130 元')
  await walk.look('33-receipt-together')
  await expectPaidOnce(38000, 13000)
  expect(service.running.simulator.orders()).toHaveLength(1)
  await walk.tap('回到首页')
  await walk.sees('已缴380元，2024年1月1日起能报销', '已缴130元，2024年1月1日起能报销', '不用在这里缴')
  expect(await walk.page.getByRole('button', { name: /一起缴/ }).count()).toBe(0)
})

test('somebody who comes back and was asked before pays for both in two taps and types nothing', async () => {
  const { walk } = here
  await toCheckOfBoth()
  walk.taps = 0
  walk.fields = 0
  await walk.open()
  await walk.tap('一起缴 510 元（2 人）')
  await walk.sees('核对，再去缴')
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('这不是真的付款。')
  expect({ taps: walk.taps, fields: walk.fields }).toEqual({ taps: 2, fields: 0 })
  await confirm(510)
  await expectPaidOnce(38000, 13000)
})

test('who has employee cover is left out with the reason, and can say otherwise', async () => {
  const { walk } = here
  await walk.tap('一起缴 510 元（2 人）')
  await walk.choose(/^有职工医保/)
  await walk.tap('下一步')
  await walk.sees('先别缴这380元')
  await walk.tap('好，先缴别人的')
  await walk.sees('王样例，有别的医保吗？')
  await walk.choose('没有')
  await walk.tap('下一步')
  await walk.sees('周示范', '有职工医保，不用再缴。', '去缴 130 元')
  await walk.look('34-check-left-out')
  await walk.tap('改周示范的回答')
  await walk.choose('没有')
  await walk.tap('下一步')
  await walk.sees('去缴 510 元（2 人）')
  await walk.tap('这次不缴周示范')
  await toWechat(walk, 130)
  await confirm(130)
  await expectPaidOnce(13000)
})

test('reloaded, gone back, and in two tabs: still one order', async () => {
  const { walk, service } = here
  await toCheckOfBoth()
  await walk.page.reload()
  await walk.sees('2人，一共')
  const second = await walk.context.newPage()
  await second.goto(walk.page.url())
  const payBoth = (page: Page) =>
    page.getByRole('button', { name: '去缴 510 元（2 人）', exact: true }).click()
  await payBoth(walk.page)
  await walk.sees('这不是真的付款。')
  await payBoth(second)
  await second.getByText('这不是真的付款。').waitFor()
  await walk.page.goBack()
  await walk.sees('这一笔还没付')
  await walk.page.reload()
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  expect(await service.orders()).toHaveLength(1)
  await confirm(510)
  await second.getByRole('button', { name: '确认付款 510 元' }).click()
  await second.getByText('这笔已经付过了。不要再付。').waitFor()
  expect(await service.orders()).toHaveLength(1)
  await expectPaidOnce(38000, 13000)
})

test('a service that went away in the middle is asked again, with one order in the end', async () => {
  const { walk, service } = here
  await toCheckOfBoth()
  await service.stop()
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('没有缴成，没有扣钱。再点一次。')
  await service.startAgain('2023-11-20')
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('这不是真的付款。')
  await confirm(510)
  expect(await service.orders()).toHaveLength(1)
  await expectPaidOnce(38000, 13000)
})

test('an open order for one of them leads to that order, where it can be paid or given up', async () => {
  const { walk, service } = here
  await toCheckOfBoth()
  const check = walk.page.url()
  await walk.tap('这次不缴周示范')
  await toWechat(walk, 130)
  await walk.tap('取消')
  await walk.sees('这一笔还没付')
  await walk.page.goto('about:blank')
  await walk.page.goto(check)
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('这一笔还没付', /王样例，截至/)
  await walk.tap('不缴了')
  await walk.sees('这一笔关掉了')
  await walk.open()
  await walk.tap('一起缴 510 元（2 人）')
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('这不是真的付款。')
  await confirm(510)
  expect((await service.orders()).map(({ state, fen }) => [state, fen])).toEqual([
    ['closed', 13000],
    ['paid', 51000],
  ])
  await expectPaidOnce(38000, 13000)
})

test('somebody else’s open order for one of them: the page says for whom', async () => {
  const { walk, service } = here
  const other = await startWalk(here.browser, service, people.dibaoFour)
  await other.open()
  await identify(other, people.dibaoFour, '子女')
  await other.tap('去缴 130 元')
  await other.choose('没有')
  await other.tap('下一步')
  await toWechat(other, 130)
  await toCheckOfBoth()
  await walk.tap('去缴 510 元（2 人）')
  await walk.sees('有人正在替王样例缴。先别再缴。')
  await walk.tap('这次不缴王样例')
  await toWechat(walk, 380)
  await other.end()
  await confirm(380)
})
