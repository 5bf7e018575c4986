import { people } from './people'
import { choosePlace, identify } from './roads'
import { setting } from './setting'
import type { Walk } from './walk'

/** From home through both questions. */
async function answerBoth(walk: Walk, residence: RegExp, cover: RegExp): Promise<void> {
  await walk.tap('查重复参保')
  await walk.choose(residence)
  await walk.tap('下一题')
  await walk.choose(cover)
  await walk.tap('看结果')
}

describe('in the autumn of 2020', () => {
  const here = setting('2020-11-20')

  test('山丹 2021, registered in another county: which proof, in which direction; nothing leaves the phone', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^山丹县/)
    await walk.tap('查重复参保')
    await walk.sees('户口在哪里？')
    await walk.tap('下一题')
    await walk.sees('先选一个，再往下。')
    await walk.look('70-elsewhere-hukou')
    const before = walk.requests.length
    await walk.choose(/^在外地，在这里长住/)
    await walk.tap('下一题')
    await walk.sees('现在，有没有别的医保？')
    await walk.look('71-elsewhere-cover')
    await walk.choose(/^没有/)
    await walk.tap('看结果')
    await walk.sees('可以参保', '证明在户籍地没参加2021年度医保', '重复缴的，一律不退。')
    await walk.look('72-elsewhere-proof')
    expect(walk.requests.slice(before)).toEqual([])
    await walk.tap('改回答')
    await walk.sees('户口在哪里？')
  })

  test('插旗, insured elsewhere: stopped, and the voucher that says so', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^插旗/)
    await answerBoth(walk, /^就在本县/, /^在外地，参加了居民医保/)
    await walk.sees('先别缴', '证明在外地已参加2021年度医保', '哪种情况能退，没有写。所以先别缴。')
    await walk.look('73-elsewhere-voucher')
  })

  test('where the notice is silent, and where one does not know: whom to ask', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡/)
    await answerBoth(walk, /^在外地，在这里长住/, /^没有/)
    await walk.sees('您这种情况没写，由医保部门定。', '先到县医保局问。')
    await walk.look('74-elsewhere-silent')
    await walk.tap('改回答')
    await walk.choose(/^不清楚/)
    await walk.tap('下一题')
    await walk.choose(/^不清楚/)
    await walk.tap('看结果')
    await walk.sees('问清户口算不算本县，再来选。')
    await walk.look('75-elsewhere-unsure')
  })
})

describe('in the autumn of 2023', () => {
  const here = setting('2023-11-20')

  test('山丹 2024, an employee: stopped, and how money comes back, office by office', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^山丹县/)
    await answerBoth(walk, /^就在本县/, /^有职工医保/)
    await walk.sees('先别缴', '县税务局：受理退费申请', '2024年度缴重了，退不退？')
    await walk.look('76-elsewhere-employee')
  })

  test('an employee by the roster says that the record is wrong, and sees who is looking into it', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^山丹县/)
    await identify(walk, people.employee)
    await walk.sees('觉得记录不对？')
    await walk.look('77-dispute')
    await walk.choose('以前有，现在停了')
    await walk.tap('请医保部门核对')
    await walk.sees('由县医保局核对。核对前先别缴。')
    await walk.look('78-dispute-open')
    await walk.page.reload()
    await walk.sees('由县医保局核对。核对前先别缴。')
  })
})
