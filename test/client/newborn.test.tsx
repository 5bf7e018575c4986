import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { parse } from 'yaml'
import { Newborn } from '../../client/src/more/newborn/Newborn'
import { Family } from '../../shared/contracts/family'
import { GiveIdNumber } from '../../shared/contracts/giveIdNumber'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import { RegisterNewborn } from '../../shared/contracts/registerNewborn'
import type { PolicyTable } from '../../shared/policy/table'
import { answer, hash, serve, tableOf, type Asked } from './service'
import { freshPhone, phone } from './standIns/taro'

const invented = (file: string): PolicyTable =>
  parse(readFileSync(join(__dirname, '../policy-invented/tables', file), 'utf8'), {
    schema: 'core',
  }) as PolicyTable

let here: Parameters<typeof Newborn>[0]

/** A service with these tables, all of one place, on a day. */
function on(today: string, first: PolicyTable, ...more: Parameters<typeof serve>): Asked[] {
  const tables = [first]
  const years = tables.map(({ coverageYear }, index) => ({ coverageYear, current: index === 0 }))
  const { region, place } = first
  here = { place: { region, name: place.name, level: 'county', collecting: true, years }, today }
  return serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: { today, demo: false, places: [here.place] } })),
    answer(Policy, ({ coverageYear }) => {
      const table = tables.find((one) => one.coverageYear === coverageYear)
      return table ? { kind: 'done', reply: { table, hash } } : { kind: 'refused', refusal: 'noPolicy' }
    }),
    ...more,
  )
}

async function ask(born: string, home: RegExp): Promise<void> {
  render(<Newborn {...here} />)
  await screen.findByRole('heading', { name: '宝宝哪天出生？' })
  fireEvent.input(screen.getByLabelText('出生日期'), { target: { value: born } })
  fireEvent.click(screen.getByRole('radio', { name: home }))
  fireEvent.click(screen.getByRole('button', { name: '看还剩几天' }))
}

const hero = () => document.querySelector('header')?.textContent ?? ''
const page = () => document.querySelector('main')?.textContent ?? ''
/** The cards beside each other, each as one text. */
const ways = () => [...document.querySelectorAll('.way')].map((way) => way.textContent ?? '')

beforeEach(() => freshPhone('/more/newborn/index'))

test('two readings: the earlier is the figure, the later stands beside it, and only tables are asked for', async () => {
  const asked = on('2021-04-23', tableOf('dongxiang/2021'))
  await ask('2021-03-01', /上在本县了/)
  await screen.findByText('还剩')
  expect(hero()).toContain('37天5月30日前，登记和缴费都办完')
  expect(hero()).toContain('90天里已过53天'.slice(-5))
  expect(hero()).toContain('通知有两种读法，这里按早的算另一种读法，到6月1日，由医保局定')
  expect(document.querySelector('header')?.className).toBe('hero hero--two')
  expect(document.querySelector<HTMLElement>('.meter__used')?.style.width).toBe('58.9%')
  expect(ways()).toEqual([expect.stringMatching(/280 元.*2021年3月1日起2021年12月31日止/)])
  expect(page()).toContain('2022年度：这里没有政策，不答。')
  expect(page()).toContain('过了期通知未载明。先问清楚。')
  expect(asked.map(({ useCase }) => useCase)).not.toContain('identify')
  expect(JSON.stringify(asked)).not.toContain('2021-03-01')
})

test('October to December: the bridge and the ordinary next year, each with the cover it buys', async () => {
  on('2020-12-20', tableOf('dongxiang/2021'))
  await ask('2020-11-15', /上在本县了/)
  await screen.findByText('还剩')
  expect(ways()).toEqual([
    expect.stringMatching(/因户籍等问题当年没能参保.*280 元.*2020年11月15日起2021年12月31日止/),
    expect.stringMatching(/头年出生，当年参保.*280 元.*2021年1月1日起2021年12月31日止/),
  ])
  expect(page()).toContain('2020年度：这里没有政策，不答。')
})

test('counter only: said plainly, with each office in order', async () => {
  on('2021-04-23', tableOf('shandan/2021'))
  await ask('2021-03-01', /上在本县了/)
  await screen.findByText('还剩')
  expect(hero()).toContain('39天6月1日前')
  expect(page()).toContain('只能到银行网点缴。微信里不能缴，这里不收钱。')
  const steps = screen.getByRole('heading', { name: '怎么办' }).parentElement as HTMLElement
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    '1带户口本原件和复印件，到乡镇便民综合服务中心登记',
    '2拿登记表到市民大厅医保窗口，录入补缴信息',
    '3等数据推送到税务征缴系统',
    '4到农业银行或农商银行柜台补缴',
  ])
})

test('no household registration yet, where the notice wants one: that is the first step', async () => {
  on('2021-04-23', tableOf('dongxiang/2021'))
  await ask('2021-03-01', /还没有上/)
  await screen.findByText('还剩')
  const steps = screen.getByRole('heading', { name: '怎么办' }).parentElement as HTMLElement
  expect(within(steps).getAllByRole('listitem')[0]?.textContent).toBe('1先给宝宝上户口')
})

test('past the limit: what the notice states, or that it is silent and whom to ask', async () => {
  on('2020-09-23', tableOf('pubei/2020'))
  await ask('2020-05-01', /上在本县了/)
  await screen.findByText('过了53天')
  expect(ways()[0]).toContain('2020年10月1日起')
  expect(page()).toMatch(/先到.+问。/)
})

test('past the limit in silence', async () => {
  on('2021-07-01', tableOf('dongxiang/2021'))
  await ask('2021-03-01', /上在本县了/)
  await screen.findByText('过了30天')
  expect(page()).toContain('过了期通知未载明。先问清楚。')
  expect(page()).toContain('先到县医保局问。通知没写电话。')
})

test('past one reading and inside the other: both days, and the bureau decides', async () => {
  on('2021-05-31', tableOf('dongxiang/2021'))
  await ask('2021-03-01', /上在本县了/)
  await screen.findByText('早的一种读法过了')
  expect(hero()).toContain('过了1天另一种到6月1日，还剩1天')
  expect(hero()).toContain('由医保局定')
})

test('on the last day', async () => {
  on('2021-06-01', tableOf('shandan/2021'))
  await ask('2021-03-01', /上在本县了/)
  await screen.findByText('最后一天')
  expect(hero()).toContain('6月1日，登记和缴费都办完')
})

test('a notice that is silent about newborns gives no number and an office to ask', async () => {
  on('2023-11-20', tableOf('shandan/2024'))
  await ask('2023-10-01', /上在本县了/)
  await screen.findByText('没写新生儿几天内办。')
  expect(document.querySelector('header')?.className).toBe('hero hero--none')
  expect(hero()).not.toMatch(/\d+天/)
  expect(page()).toContain('先到县医保局问。通知没写电话。')
})

test('no table for either year: said, and another year is never taken instead', async () => {
  on('2026-03-20', tableOf('shandan/2024'))
  await ask('2026-02-01', /上在本县了/)
  await screen.findByText('这里没有政策')
  expect(hero()).toContain('2026年度、2027年度都没有政策，不能算。')
  expect(page()).not.toContain('380')
  expect(page()).toContain('先到县医保局问。通知没写电话。')
})

test('a table may ask one thing more, and answer differently', async () => {
  on('2026-03-20', invented('shili/2026.yaml'))
  await ask('2026-02-01', /上在本县了/)
  await screen.findByRole('heading', { name: '父母参保了吗？' })
  fireEvent.click(screen.getByRole('radio', { name: '是' }))
  fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  const tier = screen.queryByRole('heading', { name: '选哪一档？' })
  if (tier) {
    fireEvent.click(screen.getByRole('radio', { name: '第1档' }))
    fireEvent.click(screen.getByRole('button', { name: '下一步' }))
  }
  await screen.findByText('还剩')
  expect(ways()[0]).toContain('不用缴费')
  expect(hero()).toContain('42天5月1日前')
})

test('late in the year one fee may reach to the end of the next', async () => {
  on('2025-11-20', invented('moni/2025.yaml'))
  await ask('2025-11-01', /上在本县了/)
  await screen.findByText('还剩')
  expect(ways()[0]).toContain('2025年11月1日起2026年12月31日止')
})

const aMember = (relation: 'self' | 'child') => ({
  residentId: `resident-${relation}`,
  name: '王样例',
  maskedId: '6207****21',
  relation,
  knowsWhy: true,
})

/** The service of a place, with a family of these people, and what registering answers. */
function register(
  table: PolicyTable,
  today: string,
  members: object[],
  outcome: object,
  ...more: Parameters<typeof serve>
): Asked[] {
  const place = { region: table.region, name: table.place.name }
  return on(
    today,
    table,
    answer(Family, () => ({
      kind: 'done',
      reply: { today, members: members.map((member) => ({ ...member, place, card: null })) as never },
    })),
    answer(RegisterNewborn, () => outcome as never),
    ...more,
  )
}

test('registered by its birth certificate, with a guardian’s consent, and on to the last look before paying', async () => {
  const done = { kind: 'done', reply: { member: aMember('child') } }
  const asked = register(invented('moni/2025.yaml'), '2025-11-20', [aMember('self')], done)
  await ask('2025-11-01', /在本县住，有居住证/)
  fireEvent.click(await screen.findByRole('button', { name: '登记，缴400元' }))
  await screen.findByRole('heading', { name: '给宝宝登记' })
  expect(page()).toContain('登记不算。12月31日前还要缴完。')
  fireEvent.click(screen.getByRole('button', { name: '登记，去缴400元' }))
  expect((await screen.findByRole('alert')).textContent).toBe(
    '有3处要改宝宝的姓名还没填证号还没填要监护人同意，才能登记',
  )
  fireEvent.input(screen.getByLabelText('宝宝的姓名'), { target: { value: '王小样' } })
  fireEvent.input(screen.getByLabelText('身份证号，或出生医学证明编号'), { target: { value: 'x629990001' } })
  fireEvent.click(screen.getByRole('radio', { name: '女' }))
  fireEvent.click(screen.getByRole('checkbox', { name: /我是监护人/ }))
  fireEvent.click(screen.getByRole('button', { name: '登记，去缴400元' }))
  await waitFor(() => expect(phone.stack.at(-1)).toBe('/pages/check/index?people=resident-child&year=2025'))
  expect(asked.find(({ useCase }) => useCase === 'registerNewborn')?.request).toEqual({
    region: 'moni',
    coverageYear: 2025,
    child: {
      name: '王小样',
      number: { kind: 'birthCertificate', text: 'X629990001' },
      sex: 'female',
      born: '2025-11-01',
      residence: 'permit',
      couldNotEnrollInBirthYear: false,
    },
    guardianConsent: 'guardian-1',
  })
  expect(JSON.stringify([...phone.storage])).not.toMatch(/王小样|X629990001/i)
})

test('nobody registers a child before it is known who they are', async () => {
  register(tableOf('dongxiang/2021'), '2021-04-23', [], {})
  await ask('2021-03-01', /上在本县了/)
  fireEvent.click(await screen.findByRole('button', { name: '登记，缴280元' }))
  await screen.findByRole('heading', { name: '先认一认您自己' })
})

test('where a household register is wanted and there is none, there is no way to register here', async () => {
  on('2021-04-23', tableOf('dongxiang/2021'))
  await ask('2021-03-01', /还没有上/)
  await screen.findByText('还剩')
  expect(screen.queryByRole('button', { name: /登记，缴/ })).toBeNull()
})

test('each of two ways has its own button', async () => {
  on('2020-12-20', tableOf('dongxiang/2021'))
  await ask('2020-11-15', /上在本县了/)
  expect(await screen.findAllByRole('button', { name: /^这样办，缴280元/ })).toHaveLength(2)
})

const byCertificate = { ...aMember('child'), name: '王小样', maskedId: 'X629****01' }

/** The page on which a child's ID number is entered, and what entering it answers. */
async function enter(idNumber: string, outcome: object): Promise<Asked[]> {
  const given = answer(GiveIdNumber, () => outcome as never)
  const asked = register(tableOf('dongxiang/2021'), '2021-04-23', [aMember('self'), byCertificate], {}, given)
  render(<Newborn {...here} />)
  fireEvent.click(await screen.findByRole('button', { name: '登记过的宝宝有身份证号了' }))
  await screen.findByRole('heading', { name: '王小样的身份证号' })
  fireEvent.input(screen.getByLabelText('宝宝的身份证号'), { target: { value: idNumber } })
  fireEvent.click(screen.getByRole('button', { name: '补上' }))
  return asked
}

test('an ID number that comes later is given, and what was paid is said to stay', async () => {
  const asked = await enter('622927202103019006', { kind: 'done', reply: { member: aMember('child') } })
  await screen.findByText('王小样的身份证号补好了。')
  expect(asked.find(({ useCase }) => useCase === 'giveIdNumber')?.request).toEqual({
    residentId: 'resident-child',
    idNumber: '622927202103019006',
  })
})

test('two payments that meet are for a person to decide', async () => {
  await enter('622927202103019006', { kind: 'refused', refusal: 'claimHeld' })
  expect((await screen.findByRole('alert')).textContent).toContain('请医保局的人来定。')
})

test.each([
  ['', '出生日期还没选'],
  ['2021-04-24', '还没到这一天。出生后再来查。'],
  ['2018-05-01', '不是这两年出生的，请用“算一算”。'],
])('%p is no birth date of a newborn', async (born, sentence) => {
  on('2021-04-23', tableOf('shandan/2021'))
  await ask(born, /上在本县了/)
  expect(await screen.findByRole('alert')).toHaveProperty('textContent', `有1处要改${sentence}`)
})
