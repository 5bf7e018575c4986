import { people } from './people'
import { choosePlace, identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2020-11-20')

test('东乡 2021: 二类 pays 280 now and is told of the 160 that come back', async () => {
  const { walk, service } = here
  await walk.open()
  await walk.sees('在哪里参保？')
  await walk.look('29-home-which-place')
  await choosePlace(walk, /^东乡/)
  await identify(walk, people.dongxiangDibao)
  await walk.sees('280', '之后退 160 元到一卡通', '自己最后负担', '120 元')
  await walk.look('30-result-reimbursed')
  await toCheck(walk, 280)
  await toWechat(walk, 280)
  await walk.tap('确认付款 280 元')
  await walk.sees('缴好了')
  expect(await service.orders()).toMatchObject([{ state: 'paid', fen: 28000, coverageYear: 2021 }])
})

test('插旗 2021: handed off to the channels the notice lists, and never told “paid”', async () => {
  const { walk, service } = here
  await walk.open()
  await choosePlace(walk, /^插旗/)
  await identify(walk, people.chaqi)
  await walk.sees(/^看去哪里缴/)
  await walk.look('31-result-elsewhere')
  await walk.tap(/^看去哪里缴/)
  await walk.sees('插旗镇的通知没有列微信。这里不收钱。', '湘税社保App')
  await walk.look('32-handoff')
  await walk.tap('我缴过了')
  await walk.sees('先选在哪里缴的。')
  await walk.page.getByRole('radio').first().click()
  await walk.tap('我缴过了')
  await walk.sees('记下了：待税务确认', '查到了才算缴好。别再缴一次。')
  await walk.look('33-handoff-reported')
  expect(await walk.text()).not.toMatch(/缴好了|已缴|成功/)

  await walk.open()
  await walk.sees('待税务确认')
  expect(await walk.text()).not.toMatch(/缴好了|已缴|成功/)
  await walk.look('34-home-awaiting')
  expect(await service.orders()).toEqual([])
  expect(await service.enrollments()).toEqual([])
})
