import { people } from './people'
import { record } from './record'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

const clauses = () => here.walk.page.getByRole('button', { name: /^依据/ }).allInnerTexts()

test('山丹 2024: 农村低保四类 pays 130 once, six taps and two fields after opening', async () => {
  const { walk, service } = here
  const started = Date.now()
  await walk.open()
  await walk.sees('先看要付多少', '演示，今天是2023年11月20日')
  await identify(walk, people.dibaoFour)
  await walk.sees('标准', '380 元', '− 250 元', '130')
  expect(await clauses()).toEqual(expect.arrayContaining(['依据 第二条', '依据 五(一)2']))
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  const { taps, fields, screens } = walk
  record('road-shandan-130-first', { taps, fields, screens, ms: Date.now() - started })
  expect(taps).toBeLessThanOrEqual(6)
  expect(fields).toBe(2)

  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了', '税务已收', '2024年1月1日起')
  expect(await service.orders()).toMatchObject([
    { state: 'paid', fen: 13000, lines: [{ identity: 'ruralDibao/4' }] },
  ])
  expect(await service.payments()).toMatchObject([{ fen: 13000 }])
  expect(await service.enrollments()).toMatchObject([{ coverageYear: 2024, paidFen: 13000 }])
})

test('every screen of that road is as it should be, and each amount has its clause behind it', async () => {
  const { walk } = here
  await walk.open()
  await walk.sees('先看要付多少')
  await walk.look('01-home-empty')
  await walk.tap('先添自己')
  await walk.sees('先添您自己')
  await walk.look('02-who')
  await walk.type('姓名', people.dibaoFour.name)
  await walk.type('身份证号', people.dibaoFour.idNumber)
  await walk.tap('同意，下一步')
  await walk.sees('三个日期，别弄混')
  await walk.look('03-result')
  await walk.page
    .getByRole('button', { name: /^依据 五\(一\)2/ })
    .first()
    .click()
  await walk.sees('政府资助250元。', /《山丹县人民政府办公室关于.*》/)
  await walk.look('03b-clause')
  await walk.tap('关上')
  await walk.tap('为什么资助250元')
  await walk.sees('您有2个身份。只算高的，不相加。', '农村低保四类', '不再加', '100 元')
  await walk.look('04-why')
  await walk.tap('返回')
  await walk.tap('去缴 130 元')
  await walk.sees('王样例，有别的医保吗？')
  await walk.tap('下一步')
  await walk.sees('先选一个，再点下一步。')
  await walk.choose('没有')
  await walk.look('05-ask')
  await walk.tap('下一步')
  await walk.sees('核对，再去缴')
  await walk.look('06-check')
  await toWechat(walk, 130)
  await walk.look('07-wechat')
  await walk.tap('取消')
  await walk.sees('这一笔还没付', '没有扣钱。')
  await walk.look('08-waiting-unpaid')
  await walk.tap('接着去付')
  await walk.sees('这不是真的付款。')
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.look('09-receipt')
  await walk.tap('回到首页')
  await walk.sees('已参保')
  await walk.look('10-home-paid')
  await walk.tap('我的凭证')
  await walk.sees('我的参保和凭证', '已缴130元')
  await walk.look('11-receipts')
})

describe('somebody who comes back', () => {
  beforeEach(async () => {
    const { walk } = here
    await walk.open()
    await identify(walk, people.dibaoFour)
    await walk.sees('三个日期，别弄混')
  })

  /** From opening the app again to WeChat's page. */
  async function again(way: () => Promise<void>): Promise<{ taps: number; fields: number }> {
    const { walk } = here
    walk.taps = 0
    walk.fields = 0
    await walk.open()
    await walk.sees('还没缴', '130')
    await walk.tap('看明细，去缴费，王样例')
    await way()
    await toWechat(walk, 130)
    return { taps: walk.taps, fields: walk.fields }
  }

  test('and has said that there is no other cover pays in three taps and types nothing', async () => {
    const { walk, service } = here
    await toCheck(walk, 130)
    const road = await again(async () => {
      await walk.tap('去缴 130 元')
      await walk.sees('核对，再去缴')
    })
    record('road-shandan-130-returning', road)
    expect(road).toEqual({ taps: 3, fields: 0 })
    await walk.tap('确认付款 130 元')
    await walk.sees('缴好了')
    expect(await service.orders()).toMatchObject([{ state: 'paid' }])
  })

  test('and has not been asked yet is asked: two taps more', async () => {
    const { walk } = here
    await walk.open()
    await walk.sees('还没缴')
    await walk.look('12-home-due')
    const road = await again(() => toCheck(walk, 130))
    record('road-shandan-130-returning-unasked', road)
    expect(road).toEqual({ taps: 5, fields: 0 })
  })
})

test('特困: no pay button, and why', async () => {
  const { walk, service } = here
  await walk.open()
  await identify(walk, people.extremePoverty)
  await walk.sees('不用缴费。', '别自己去缴。', '这里没有缴费按钮，不是出错。', '380 元')
  expect(await walk.page.getByRole('button', { name: /去缴/ }).count()).toBe(0)
  expect(await clauses()).toEqual(expect.arrayContaining([expect.stringMatching(/五\(一\)1/)]))
  await walk.look('13-result-full')
  await walk.tap('为什么全额资助')
  await walk.sees('特困', '医保部门替您全额缴。')
  await walk.look('14-why-full')
  expect(await service.orders()).toEqual([])
})
