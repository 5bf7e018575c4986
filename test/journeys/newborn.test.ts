import { record } from './record'
import { choosePlace, identify, toWechat } from './roads'
import { newborn as baby, people } from './people'
import { setting } from './setting'
import type { Walk } from './walk'

/** From home to the answer: a day and where the child is registered, nothing typed but the day. */
async function askAbout(walk: Walk, born: string, home: RegExp): Promise<void> {
  await walk.tap('新生儿')
  await walk.type('出生日期', born)
  await walk.choose(home)
  await walk.tap('看还剩几天')
}

describe('in 东乡, in spring', () => {
  const here = setting('2021-04-23')

  test('37 days are left: nobody is identified, and the day of birth never leaves the phone', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await walk.tap('新生儿')
    await walk.tap('看还剩几天')
    await walk.sees('有2处要改', '出生日期还没选', '宝宝的户口还没选')
    await walk.look('60-newborn-mistakes')
    await walk.type('出生日期', '2021-03-01')
    await walk.choose(/^上在本县了/)
    await walk.look('61-newborn-asks')
    const before = walk.requests.length
    await walk.tap('看还剩几天')
    await walk.sees('37', '通知有两种读法，这里按早的算', '5月30日', '6月1日', '已过53天')
    await walk.look('62-newborn-two-readings')
    expect(JSON.stringify(walk.requests.slice(before))).not.toContain('2021-03')
    expect(walk.screens).toEqual(['home', 'place', 'home', 'newborn'])
    await walk.tap('改回答')
    await walk.sees('宝宝哪天出生？')
    await walk.tap('登记过的宝宝有身份证号了')
    await walk.sees('没有要补的宝宝')
    await walk.look('69-newborn-no-number')
  })

  test('whoever has not said who they are is asked that first', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await askAbout(walk, '2021-03-01', /^上在本县了/)
    await walk.tap('登记，缴280元')
    await walk.sees('先认一认您自己')
    await walk.look('70-newborn-self-first')
  })

  test('from the day of birth to the receipt, in at most 7 pages', async () => {
    const { walk, service } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await identify(walk, people.dongxiangDibao)
    await walk.open()
    const [before, taps, fields] = [walk.screens.length, walk.taps, walk.fields]
    await askAbout(walk, '2021-03-01', /^上在本县了/)
    await walk.tap('登记，缴280元')
    await walk.sees('给宝宝登记', '登记不算。')
    await walk.look('67-newborn-register')
    await walk.type('宝宝的姓名', baby.name)
    await walk.type('宝宝的身份证号', baby.idNumber)
    await walk.choose(/^我是监护人/)
    await walk.tap('登记，去缴280元')
    await walk.sees('核对，再去缴', baby.name)
    await walk.look('68-newborn-check')
    await toWechat(walk, 280)
    await walk.tap('确认付款 280 元')
    await walk.sees('缴好了', '2021年3月1日起')
    const screens = [...new Set(walk.screens.slice(before - 1))].filter((screen) => screen !== 'wechat')
    record('road-newborn', { pages: screens, taps: walk.taps - taps, fields: walk.fields - fields })
    expect(screens).toEqual(['home', 'newborn', 'check', 'waiting', 'receipt'])
    expect(await service.enrollments()).toMatchObject([
      { region: 'dongxiang', coverageYear: 2021, paidFen: 28000, coverageFrom: ['2021-03-01'] },
    ])
  })

  test('from an empty phone, a guardian whom nobody knows, in at most 7 pages', async () => {
    const { walk, service } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await askAbout(walk, '2021-03-01', /^上在本县了/)
    await walk.tap('登记，缴280元')
    await walk.tap('认一认')
    await walk.sees('先添您自己')
    await walk.type('姓名', people.dongxiangDibao.name)
    await walk.type('身份证号', people.dongxiangDibao.idNumber)
    await walk.tap(/下一步$/)
    await walk.sees('给宝宝登记')
    await walk.type('宝宝的姓名', baby.name)
    await walk.type('宝宝的身份证号', baby.idNumber)
    await walk.choose(/^我是监护人/)
    await walk.tap('登记，去缴280元')
    await walk.sees('核对，再去缴', baby.name)
    await toWechat(walk, 280)
    await walk.tap('确认付款 280 元')
    await walk.sees('缴好了', '2021年3月1日起')
    const screens = [...new Set(walk.screens)].filter((screen) => screen !== 'wechat')
    record('road-newborn-first', { pages: screens, taps: walk.taps, fields: walk.fields })
    expect(screens).toEqual(['home', 'place', 'newborn', 'who', 'check', 'waiting', 'receipt'])
    expect(await service.enrollments()).toMatchObject([{ coverageYear: 2021, paidFen: 28000 }])
  })

  test('counter only in 山丹: the offices in order, and that no money is taken here', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^山丹县/)
    await askAbout(walk, '2021-03-01', /^还没有上/)
    await walk.sees('39', '微信里不能缴，这里不收钱。', '先给宝宝上户口', '等数据推送到税务征缴系统')
    await walk.look('63-newborn-counter')
  })

  test('past the limit the silence of the notice is said, and whom to ask', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await askAbout(walk, '2021-01-05', /^上在本县了/)
    await walk.sees('通知未载明。先问清楚。', '先到县医保局问。')
    await walk.look('64-newborn-late')
  })
})

describe('born at the end of the year', () => {
  const here = setting('2020-12-20')

  test('the bridge and the ordinary next year stand beside each other', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡县/)
    await askAbout(walk, '2020-11-15', /^上在本县了/)
    await walk.sees(
      '几种办法，各管到哪天',
      '2020年11月15日起',
      '2021年1月1日起',
      '2020年度：这里没有政策，不答。',
    )
    await walk.look('65-newborn-two-ways')
  })
})

describe('where the notice is silent', () => {
  const here = setting('2023-11-20')

  test('there is no number, only whom to ask', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^山丹县/)
    await askAbout(walk, '2023-10-01', /^上在本县了/)
    await walk.sees('没写新生儿几天内办。', '先到县医保局问。')
    await walk.look('66-newborn-silent')
  })
})
