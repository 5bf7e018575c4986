/** 录缴费、日清月结: a town takes money at its counter, and closes its day; by keys alone where nothing has to be chosen. */
import { readDemonstration } from '../../cloudfunctions/_local/demonstration/readDemonstration'
import { officer } from './officer'
import { people } from './people'
import { setting } from './setting'

const here = setting('2020-11-20')

const ordinary = readDemonstration().people.find(({ name }) => name === '马示范') ?? people.dongxiangDibao

test('a town takes money down at its counter, takes a mistake back, deposits, closes, and a colleague confirms', async () => {
  await here.walk.open()
  const desk = await officer(here, '乡镇示范甲')
  const keys = desk.page.keyboard
  await desk.tap('资金')
  await desk.sees('录柜台缴费', '这一天没有录。')
  // The cursor stands in the name already.
  await keys.press('Enter')
  await keys.press('Enter')
  await desk.sees('姓名还没填')
  await desk.look('140-counter')
  await desk.type('姓名', ordinary.name)
  await desk.type('身份证号', people.ordinary.idNumber)
  await keys.press('Enter')
  await desk.sees('没找到。看看姓名、证号。')
  await desk.look('141-counter-not-found')
  await desk.type('身份证号', ordinary.idNumber)
  await keys.press('Enter')
  await desk.sees('11月20日缴，该收', '280 元')
  await keys.type('dx-0001')
  await keys.press('Enter')
  await desk.sees('先选在哪里缴的')
  await desk.look('142-counter-found')
  await desk.choose('乡镇代征')
  await desk.type('票据上的金额（元）', '380')
  await keys.press('Enter')
  await desk.sees('和规则算的不一样。照上面的数收。')
  await desk.type('票据上的金额（元）', '280')
  await keys.press('Enter')
  await desk.sees('录好了：马示范，280元，票据DX-0001。', '1笔，共280元')

  await keys.type(people.dongxiangDibao.name)
  await keys.press('Enter')
  await keys.type(people.dongxiangDibao.idNumber)
  await keys.press('Enter')
  await desk.sees('该收', '280 元')
  await keys.type('DX-0001')
  await desk.choose('银行网点')
  await desk.tap('录入 280元')
  await desk.sees('这个票据号录过了。看清号码再录。')
  await desk.type('票据号', 'DX-0002')
  await desk.tap('录入 280元')
  await desk.sees('2笔，共560元')
  await desk.tap('撤销，马样例，票据DX-0002')
  await desk.tap('撤销这一笔')
  await desk.sees('先选为什么撤销。')
  await desk.choose('录错了人')
  await desk.look('143-counter-withdraw')
  await desk.tap('撤销这一笔')
  await desk.sees('撤销了。这个人可以重新录。', '1笔，共280元', '已撤销')
  await desk.look('144-counter-mine')

  await desk.tap('日清月结')
  await desk.sees('样例乡，日清月结', '2020年11月20日的账', '没结账')
  await desk.tap('结账')
  await desk.sees('钱和缴存不一样。先选为什么。')
  await desk.look('145-town-day')
  await desk.tap('记下缴存')
  await desk.type('缴存凭证号', 'jc-0001')
  await desk.type('缴存了多少（元）', '280')
  await keys.press('Enter')
  await desk.sees('记好了。', '凭证JC-0001')
  await desk.tap('结账')
  await desk.sees('等另一位复核。结账的人不能复核。')
  await desk.end()

  const colleague = await officer(here, '乡镇示范乙')
  await colleague.tap('资金')
  await colleague.tap('日清月结')
  await colleague.sees('等复核')
  await colleague.look('146-town-day-closed')
  await colleague.tap('复核无误')
  await colleague.sees('复核过', '乡镇示范乙复核')
  await colleague.look('147-town-day-confirmed')
  await colleague.tap('上个月')
  await colleague.sees('2020年10月', '这个月还没有录过缴费。')
  await colleague.end()

  await here.walk.open()
  const [enrollment] = await here.service.running.ports.store
    .find('enrollments', {
      where: { way: 'counter' },
      sort: { field: 'paidOn', order: 'ascending' },
      limit: 9,
    })
    .then(({ documents }) => documents.filter(({ fields }) => fields.withdrawnAt === null))
  expect(enrollment?.fields).toMatchObject({ region: 'dongxiang', paidFen: 28000, paidOn: '2020-11-20' })
}, 60_000)
