import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'
import { startWalk } from './walk'

const here = setting('2023-11-20')

beforeEach(async () => {
  await here.walk.open()
  await identify(here.walk, people.dibaoFour)
  await toCheck(here.walk, 130)
})

/** One order that stands as paid, one payment, one enrollment; orders that were closed before do not count. */
async function expectPaidOnce(): Promise<void> {
  const { service } = here
  const open = (await service.orders()).filter(({ state }) => state !== 'closed')
  expect(open.map(({ state, fen }) => ({ state, fen }))).toEqual([{ state: 'paid', fen: 13000 }])
  expect(await service.payments()).toHaveLength(1)
  expect(await service.enrollments()).toHaveLength(1)
  const paidAtWechat = service.running.simulator.orders().filter(({ state }) => state === 'SUCCESS')
  expect(paidAtWechat).toHaveLength(1)
}

async function confirm(): Promise<void> {
  await here.walk.tap('确认付款 130 元')
  await here.walk.sees('缴好了')
}

test('reloaded on every page in the middle of paying: paid once', async () => {
  const { walk } = here
  await walk.page.reload()
  await walk.sees('核对，再去缴')
  await toWechat(walk, 130)
  await walk.page.reload()
  await walk.sees('这不是真的付款。')
  await walk.tap('取消')
  await walk.sees('这一笔还没付')
  await walk.page.reload()
  await walk.sees('这一笔还没付')
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  await confirm()
  await walk.page.reload()
  await walk.sees('缴好了')
  expect(await here.service.orders()).toHaveLength(1)
  await expectPaidOnce()
})

test('tapped twice: one order', async () => {
  const { walk, service } = here
  await walk.page.getByRole('button', { name: '去缴 130 元', exact: true }).dblclick()
  await walk.sees('这不是真的付款。')
  expect(await service.orders()).toHaveLength(1)
  await confirm()
  await expectPaidOnce()
})

test('the browser’s back button from WeChat leads to the same order, and after paying to nothing to pay', async () => {
  const { walk, service } = here
  await toWechat(walk, 130)
  await walk.page.goBack()
  await walk.sees('这一笔还没付')
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  await confirm()
  await walk.page.goBack()
  await walk.page.goBack()
  await walk.page.waitForLoadState()
  expect(await service.orders()).toHaveLength(1)
  await expectPaidOnce()
})

test('in two tabs at once: one order, and the second tab learns that it is paid', async () => {
  const { walk, service } = here
  const second = await walk.context.newPage()
  await second.goto(walk.page.url())
  await second.getByText('核对，再去缴').waitFor()
  await toWechat(walk, 130)
  await second.getByRole('button', { name: '去缴 130 元', exact: true }).click()
  await second.getByText('这不是真的付款。').waitFor()
  expect(await service.orders()).toHaveLength(1)
  await confirm()
  await second.getByRole('button', { name: '确认付款 130 元' }).click()
  await second.getByText('这笔已经付过了。不要再付。').waitFor()
  await expectPaidOnce()
})

test('cancelled and given up: the order is closed, and a new one can be paid', async () => {
  const { walk, service } = here
  await toWechat(walk, 130)
  await walk.tap('取消')
  await walk.tap('不缴了')
  await walk.sees('这一笔关掉了', '没有扣钱。')
  await walk.look('15-waiting-closed')
  expect((await service.orders()).map(({ state }) => state)).toEqual(['closed'])
  await walk.tap('重新去缴')
  await toWechat(walk, 130)
  await confirm()
  expect(await service.orders()).toHaveLength(2)
  await expectPaidOnce()
})

test('a payer who goes silent is told that nothing was taken, and can take it up from home', async () => {
  const { walk } = here
  await toWechat(walk, 130)
  await walk.tap('不回应')
  await walk.sees('这一笔还没付')
  await walk.open()
  await walk.sees('有一笔没付完')
  await walk.tap('接着办，王样例')
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  await confirm()
  await expectPaidOnce()
})

test('paid, and WeChat never tells: found by asking', async () => {
  const { walk, service } = here
  await toWechat(walk, 130)
  await walk.tap('付了但不通知')
  await walk.sees('缴好了')
  expect(service.running.simulator.orders()[0]?.notice?.state).toBe('withheld')
  await expectPaidOnce()
})

test('somebody else of the family cannot pay the same person again', async () => {
  const { walk, service } = here
  await toWechat(walk, 130)
  const other = await startWalk(here.browser, service, people.dibaoFour)
  await other.open()
  await identify(other, people.dibaoFour, '父母')
  await toCheck(other, 130)
  await other.tap('去缴 130 元')
  await other.sees('有人正在替王样例缴。先别再缴。')
  await other.end()
  await confirm()
  expect(await service.orders()).toHaveLength(1)
  await expectPaidOnce()
})
