/** 我的信息: what is stored is read, taken along and deleted; what belongs to money stays. */
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

test('somebody who has paid reads what is stored, and has deleted what can be', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.open()
  await walk.tap('我的信息，看和删')
  await walk.sees('存了您什么', '6207****23', /用姓名、身份证号查参保和缴费/, '2024年度，1人，130元，付了')
  await walk.look('95-privacy')
  await walk.tap('删掉我的信息')
  await walk.sees('确定删掉？', '缴费单、凭证、退费、参保记录，要留着对账，不能删。')
  await walk.look('96-privacy-sure')
  await walk.tap('不删了')
  await walk.tap('删掉我的信息')
  await walk.tap('确定，删掉')
  await walk.sees('删好了。您替谁办、同意过什么，都没有了。', '现在没有。', /撤回$/)
  await walk.look('97-privacy-deleted')
  expect(await walk.page.evaluate(() => localStorage.length)).toBe(0)
  await walk.tap('回到首页')
  await walk.sees('先添自己')
  await identify(walk, people.dibaoFour)
  await walk.sees('已经参保')
})

test('without a network nothing is deleted, and the page says so', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.open()
  await walk.tap('我的信息，看和删')
  await walk.tap('删掉我的信息')
  await walk.context.setOffline(true)
  await walk.tap('确定，删掉')
  await walk.sees('没有网络。连上以后再点一次。')
  await walk.context.setOffline(false)
  await walk.tap('确定，删掉')
  await walk.sees('删好了。您替谁办、同意过什么，都没有了。')
})
