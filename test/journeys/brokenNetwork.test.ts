/** A network that fails at every step: nothing is lost, the page says so, and the next tap works. */
import { faults, meeting, type Fault } from './faults'
import { newborn as baby, people } from './people'
import { choosePlace, identify, toWechat } from './roads'
import { setting } from './setting'
import type { Walk } from './walk'

/** What somebody does on a walk while calls of theirs go wrong. */
const under = (walk: Walk, fault: Fault) => ({
  /** Does something that fails, and once more. */
  async twice(useCase: string, act: () => Promise<unknown>, ...kept: string[]): Promise<void> {
    await meeting(walk, fault, useCase, act, ...kept)
    await act()
  },
  /** Opens a page whose question fails, and asks again. */
  async opening(useCase: string, act: () => Promise<unknown>): Promise<void> {
    await meeting(walk, fault, useCase, act)
    await walk.tap('再试一次')
  },
})

describe('in the winter', () => {
  const here = setting('2023-11-20')

  test.each(faults)('to pay, %s: one order, paid once', async (fault) => {
    const { walk, service } = here
    const { twice, opening } = under(walk, fault)
    const { name, idNumber } = people.dibaoFour
    await walk.page.clock.install()
    await walk.open()
    await walk.tap('先添自己')
    await walk.type('姓名', name)
    await walk.type('身份证号', idNumber)
    await twice('identify', () => walk.tap(/下一步$/), '您填的都还在，没有丢。')
    await walk.sees('三个日期，别弄混')
    await opening('whatIOwe', () => walk.tap('去缴 130 元'))
    await walk.choose('没有')
    await opening('whatIOwe', () => walk.tap('下一步'))
    await walk.sees('核对，再去缴')
    await twice('startPayment', () => walk.tap('去缴 130 元'), '没有缴成，没有扣钱。再点一次。')
    await walk.sees('这不是真的付款。')
    await walk.tap('取消')
    await walk.sees('这一笔还没付')
    await meeting(walk, fault, 'cancelPayment', () => walk.tap('不缴了'))
    // Where only the reply was lost, the order is closed; the page would hear of it by itself, too.
    await walk.page.reload()
    if (fault === 'offline' || fault === 'down') await walk.tap('不缴了')
    await walk.tap('重新去缴')
    await toWechat(walk, 130)
    await walk.tap('取消')
    await twice('resumePayment', () => walk.tap('接着去付'))
    await walk.sees('这不是真的付款。')
    await walk.tap('确认付款 130 元')
    await walk.sees('缴好了')
    const states = (await service.orders()).map(({ state }) => state)
    expect(states.sort()).toEqual(['closed', 'paid'])
    expect(await service.payments()).toHaveLength(1)
    expect(await service.enrollments()).toHaveLength(1)

    await walk.tap('申请退费，王样例')
    await walk.choose('在外地参保了')
    await meeting(walk, fault, 'requestRefund', () => walk.tap('申请退 130 元'))
    expect(await walk.page.getByRole('radio', { name: '在外地参保了' }).isChecked()).toBe(true)
    await walk.tap('申请退 130 元')
    await walk.sees(/等税务局受理|已经在退/)
  })

  test.each(['offline', 'replyLost'] as const)('a family, %s: nobody is added twice', async (fault) => {
    const { walk } = here
    const { twice, opening } = under(walk, fault)
    await walk.page.clock.install()
    await walk.open()
    await identify(walk, people.dibaoFour)
    await walk.sees('三个日期，别弄混')
    await walk.open()
    await walk.tap('添一位家人')
    await walk.type('姓名', people.pupil.name)
    await walk.type('身份证号', people.pupil.idNumber)
    await walk.choose('子女')
    await walk.choose(/^我是监护人/)
    await twice('identify', () => walk.tap(/下一步$/), '您填的都还在，没有丢。')
    await walk.sees('陈小样的2024年医保')
    await walk.open()
    await opening('actingForMe', () => walk.tap('谁在替我办'))
    await walk.sees('没有别人添过您。')
    await walk.tap('返回')
    await walk.sees('王样例', '陈小样')
    expect(await walk.page.getByRole('button', { name: '看明细，去缴费，陈小样' }).count()).toBe(1)
  })
})

describe('in spring', () => {
  const here = setting('2021-04-23')

  test.each(['down', 'replyLost'] as const)(
    'a newborn, %s: registered once and paid for once',
    async (fault) => {
      const { walk, service } = here
      const { twice, opening } = under(walk, fault)
      await walk.page.clock.install()
      await walk.open()
      await choosePlace(walk, /^东乡县/)
      await identify(walk, people.dongxiangDibao)
      await walk.open()
      await walk.tap('新生儿')
      await walk.type('出生日期', '2021-03-01')
      await walk.choose(/^上在本县了/)
      await walk.tap('看还剩几天')
      await opening('family', () => walk.tap('登记，缴280元'))
      await walk.type('宝宝的姓名', baby.name)
      await walk.type('宝宝的身份证号', baby.idNumber)
      await walk.choose(/^我是监护人/)
      await twice('registerNewborn', () => walk.tap('登记，去缴280元'), '您填的都还在，没有丢。')
      await walk.sees('核对，再去缴', baby.name)
      await twice('startPayment', () => walk.tap('去缴 280 元'), '没有缴成，没有扣钱。再点一次。')
      await walk.sees('这不是真的付款。')
      await walk.tap('确认付款 280 元')
      await walk.sees('缴好了')
      expect(await service.orders()).toHaveLength(1)
      expect(await service.enrollments()).toMatchObject([{ coverageYear: 2021, paidFen: 28000 }])
    },
  )
})
