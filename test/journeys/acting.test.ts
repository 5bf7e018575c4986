/** 代办: somebody who knows a name and a number sees a sum and no reason, and the person can end it. */
import { people } from './people'
import { identify } from './roads'
import { setting } from './setting'
import { startWalk, type Walk } from './walk'

const here = setting('2023-11-20')
const neighbour = (): Promise<Walk> => startWalk(here.browser, here.service, people.dibaoFour)

test('a proxy reads the sum, the day and where to pay, and nothing about why', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour, '父母')
  await walk.sees('130', '标准', '380 元', '身份和资助只有本人看得到。', '2024年1月1日起', '去缴 130 元')
  expect(await walk.text()).not.toMatch(/低保|脱贫|− |为什么资助/)
  expect(await walk.page.getByRole('button', { name: /^依据/ }).count()).toBe(0)
  await walk.look('70-result-proxy')
  await walk.page.goto(walk.page.url().replace('pages/result', 'more/why'))
  await walk.sees('身份只有本人看得到，这里只写金额。')
  await walk.look('71-why-proxy')
  await walk.open()
  await walk.sees('王样例', '父母', '还没缴')
})

test('whoever has nothing to pay here is shown to a proxy without the reason', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.extremePoverty, '其他')
  await walk.sees('不用在这里缴', '为什么，只有本人看得到。')
  const free = (await walk.text()).replace('李示范', '')
  await walk.look('72-result-proxy-refused')
  await walk.open()
  await identify(walk, people.employee, '其他')
  await walk.sees('不用在这里缴')
  expect((await walk.text()).replace('赵样例', '')).toBe(free)
})

test('the relation is asked; what is missing is said, and stays where it was', async () => {
  const { walk } = here
  await walk.open()
  await walk.tap('添一位家人')
  await walk.type('姓名', people.dibaoFour.name)
  await walk.type('身份证号', people.dibaoFour.idNumber)
  await walk.tap('同意，下一步')
  await walk.sees('有1处要改', '先选是您的什么人')
  await walk.tap('先选是您的什么人')
  await walk.choose('父母')
  await walk.look('73-who-relation')
  await walk.tap('同意，下一步')
  await walk.sees('王样例的2024年医保')
})

test('a child is added by a guardian who agrees, and the guardian sees why', async () => {
  const { walk } = here
  await walk.open()
  await walk.tap('添一位家人')
  await walk.type('姓名', people.pupil.name)
  await walk.type('身份证号', people.pupil.idNumber)
  await walk.choose('子女')
  await walk.tap('同意，下一步')
  await walk.sees('要监护人同意，才能添孩子')
  await walk.choose(/^我是监护人/)
  await walk.look('74-who-child')
  await walk.tap('同意，下一步')
  await walk.sees('陈小样的2024年医保', '政府资助')
})

test('the person sees who acts for them and ends it; the other one has lost them, and cannot add them again', async () => {
  const { walk } = here
  const other = await neighbour()
  await other.open()
  await identify(other, people.dibaoFour, '其他')
  await other.sees('去缴 130 元')
  const address = other.page.url()

  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('− 250 元')
  await walk.open()
  await walk.tap('谁在替我办')
  await walk.sees('代办人1', '2023年11月20日添的')
  await walk.look('75-acting')
  await walk.tap('不让他办，代办人1')
  await walk.sees('已停。看不到您，也不能再添。')
  await walk.look('76-acting-ended')

  await other.page.goto('about:blank')
  await other.page.goto(address)
  await other.sees('找不到这位家人。本人可能停了代办。')
  await other.look('77-result-ended')
  await other.open()
  await other.sees('还没有。添了家人，可以一起看。')
  await identify(other, people.dibaoFour, '其他')
  await other.sees('没找到。看看姓名、证号、地方。')

  await walk.tap('让他再办，代办人1')
  await walk.sees('2023年11月20日添的')
  await other.open()
  await other.sees('王样例', '还没缴')
  await other.end()
})

test('a second phone that says to be the person is a proxy, and is told who decides', async () => {
  const { walk } = here
  const other = await neighbour()
  await other.open()
  await identify(other, people.dibaoFour)
  await other.sees('− 250 元')
  await walk.open()
  await identify(walk, people.dibaoFour)
  await walk.sees('已有别的微信认作王样例本人。', '是您本人，请到医保局核实。')
  await walk.look('78-who-taken')
  await walk.tap('知道了，看要付多少')
  await walk.sees('身份和资助只有本人看得到。')
  await other.end()
})
