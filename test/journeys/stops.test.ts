import { people } from './people'
import { identify } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

const payButtons = () => here.walk.page.getByRole('button', { name: /去缴/ }).count()

test('an employee the roster knows is stopped at the result', async () => {
  const { walk, service } = here
  await walk.open()
  await identify(walk, people.employee)
  await walk.sees('先别缴', '有职工医保，不用再缴。')
  expect(await payButtons()).toBe(0)
  await walk.look('20-result-employee')
  expect(await service.orders()).toEqual([])
})

describe('before paying', () => {
  beforeEach(async () => {
    await here.walk.open()
    await identify(here.walk, people.ordinary)
    await here.walk.tap('去缴 380 元')
  })
  afterEach(async () => expect(await here.service.orders()).toEqual([]))

  test('somebody with employee cover is stopped in the county’s words, and told how money comes back', async () => {
    const { walk } = here
    await walk.choose(/^有职工医保/)
    await walk.tap('下一步')
    await walk.sees('先别缴这380元', '周示范有职工医保，不用再缴居民医保。', '要是缴了，退不退？')
    await walk.sees('县税务局：受理退费申请', '哪种情况能退，没有写。所以先别缴。')
    expect(await walk.page.getByRole('button', { name: /^依据/ }).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('第一条'), expect.stringContaining('六(二)')]),
    )
    expect(await payButtons()).toBe(0)
    await walk.look('21-stop-employee')
    await walk.tap('不对，没有别的医保')
    await walk.choose('没有')
    await walk.tap('下一步')
    await walk.sees('核对，再去缴')
  })

  test('somebody enrolled elsewhere is stopped too', async () => {
    const { walk } = here
    await walk.choose('在外地，参加了居民医保')
    await walk.tap('下一步')
    await walk.sees('先别缴这380元', '周示范在外地参保了，不用再缴一份。')
    expect(await payButtons()).toBe(0)
    await walk.look('22-stop-elsewhere')
    await walk.tap('好，先不缴')
    await walk.sees('我的凭证')
  })

  test('whoever is not sure is told whom to call', async () => {
    const { walk } = here
    await walk.choose(/^不清楚/)
    await walk.tap('下一步')
    await walk.sees('先问清楚，再缴', '县医保局')
    expect(await payButtons()).toBe(0)
    await walk.look('23-unsure')
  })
})
