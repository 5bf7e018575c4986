/**
 * A month in a county, through the browser: rosters in, counter payments, the monthly match, supplements and payment on behalf, progress,
 * forms, a refund over three desks, the day. What the pages say is counted a second time here, from the files as they were written.
 */
import { readFileSync } from 'node:fs'
import { allJobs, runDueJobs } from '../../cloudfunctions/jobs/runDueJobs'
import type { CountyPerson } from '../rosters/countyPeople'
import { countyRosters } from '../rosters/countyRosters'
import type { MadeRoster } from '../rosters/makeRoster'
import { unhurried } from '../unhurried'
import { officer } from './officer'
import { people as named } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'
import type { Walk } from './walk'

const here = setting('2023-11-20')
const town = '清泉镇'
const rosters = countyRosters(21, 99, [town, '位奇镇', '李桥乡'])
const kinds = {
  population: /^人口底册/,
  employeeInsured: /^职工参保名单/,
  civilAffairs: /^民政花名册/,
  ruralRevitalisation: /^乡村振兴/,
  disabledFederation: /^残联名单/,
} as const

/** What somebody reading the files would count: the rows with nothing wrong, each person once. */
const rows = ({ lines }: MadeRoster) => lines.filter(({ wrong }) => wrong === undefined)
const of = (roster: MadeRoster): CountyPerson[] => rows(roster).map(({ person }) => person)
const inTown = (some: readonly CountyPerson[]) => some.filter((person) => person.town === town)

/**
 * The demonstration's own people of the county, all in the first town: five, one of them employee-insured, three with an identity that no
 * roster of this month knows of. One of those three has a name that stands on a row of 民政's which leads to nobody: it may be theirs, and
 * they do not count as left out.
 */
const others = { all: 5, employee: 1, subsidised: 3, namedAlike: 1 }

const groups = rows(rosters.civilAffairs).map(({ person, cells }) => ({ person, group: cells['救助类别'] }))
const full = groups.filter(({ group }) => group === '特困人员' || group === '孤儿')

/** Whose number stands on 民政's roster with another name, and on no right row. */
const misnamed = rosters.civilAffairs.lines.flatMap(({ person, wrong }) =>
  wrong?.reason === 'otherName' && !groups.some((group) => group.person.serial === person.serial)
    ? [person]
    : [],
)

/** In no roster but the register, so they owe the whole fee; the first two are recognised after they have paid. */
const listed = new Set(
  Object.entries(rosters).flatMap(([kind, roster]) =>
    kind === 'people' || kind === 'population'
      ? []
      : (roster as MadeRoster).lines.map(({ person }) => person.serial),
  ),
)
const [first, second, third] = inTown(rosters.people).filter(({ serial }) => !listed.has(serial)) as [
  CountyPerson,
  CountyPerson,
  CountyPerson,
]
const newly = [
  { person: first, group: '农村低保四类', yuan: 250 },
  { person: second, group: '农村低保一类', yuan: 310 },
]

test('a month in a county', async () => {
  await here.walk.open()
  await rostersIn()
  await paidAtTheCounter()
  here.service.running.clock.setDay('2023-11-28')
  await recognisedLater()
  here.service.running.clock.setDay('2023-12-01')
  await matched()
  await progress()
  await forms()
  await refundOverThreeDesks()
  here.service.running.clock.setDay('2023-12-02')
  await dayClosed()
  expect(here.service.log()).not.toContain('财退')
}, 300_000)

const onlyNew = /^只有新增的/

async function takeIn(
  desk: Walk,
  kind: RegExp,
  name: string,
  file: Buffer,
  written: string,
  lists = /^整份名单/,
): Promise<void> {
  await desk.tap('导入')
  await desk.sees('导入哪一种名单？')
  await desk.choose(kind)
  const asked = desk.page.waitForEvent('filechooser')
  await desk.tap('选文件')
  await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer: file })
  await desk.tap('预演')
  await desk.sees('预演：还没有写进去')
  const why = desk.page.getByLabel('为什么照样写入', { exact: true })
  if ((await why.count()) > 0) await why.fill('报送单位核对过')
  if (lists === onlyNew) {
    await desk.sees(/^少了\d+人。/)
    await desk.look('166-month-fewer')
  }
  const whole = desk.page.getByRole('radio', { name: lists })
  if ((await whole.count()) > 0) await whole.click()
  await desk.tap(written)
  await desk.sees('写进去了')
}

async function rostersIn(): Promise<void> {
  const desk = await officer(here, '医保样例甲')
  for (const [kind, words] of Object.entries(kinds)) {
    const roster = rosters[kind as keyof typeof kinds]
    const taken = rows(roster).length
    const written = `写入${taken}行，跳过${roster.lines.length - taken}行`
    await takeIn(desk, words, roster.fileName, roster.file, written)
  }
  await desk.end()
}

async function paidAtTheCounter(): Promise<void> {
  const desk = await officer(here, '乡镇样例甲')
  await desk.tap('资金')
  for (const [at, { name, idNumber }] of [first, second, third].entries()) {
    await desk.type('姓名', name)
    await desk.type('身份证号', idNumber)
    await desk.page.keyboard.press('Enter')
    await desk.sees('该收', '380 元')
    await desk.type('票据号', `SD-000${at + 1}`)
    await desk.tap('录入 380元')
    await desk.sees(`${at + 1}笔，共${380 * (at + 1)}元`)
  }
  await desk.tap('日清月结')
  await desk.sees('3笔', '1,140')
  await desk.tap('结账')
  await desk.sees('等另一位复核。结账的人不能复核。')
  await desk.end()
}

async function recognisedLater(): Promise<void> {
  const lines = newly.map(({ person: { name, idNumber, account }, group }) =>
    [name, idNumber, group, '2023-11-25', account].join(),
  )
  const file = Buffer.from(`姓名,身份证号码,救助类别,认定时间,一卡通账号\n${lines.join('\n')}\n`)
  const desk = await officer(here, '民政样例甲')
  await takeIn(desk, kinds.civilAffairs, '新认定.csv', file, '写入2行', onlyNew)
  await desk.end()
}

async function matched(): Promise<void> {
  const desk = await officer(here, '医保样例甲')
  await desk.tap('每月比对')
  await desk.tap('开始11月比对')
  await desk.sees(`新认定　${newly.length + misnamed.length}`)
  await desk.look('167-month-match')
  for (const { yuan } of await inOrder(desk)) {
    await desk.choose('两边是同一个人')
    await desk.tap(`同意，补${yuan}元，看下一人`)
    await desk.sees('办好了。')
  }
  expect(misnamed).toHaveLength(1)
  await desk.sees('要核姓名', '身份证号一样，姓名不一样。', '先对户口簿。核过了，再看补不补。')
  await desk.look('167-month-other-name')
  await desk.choose('不是同一个人')
  await desk.tap('不对')
  await desk.sees('办好了。')
  const paidFor = full.length
  await desk.tap(`代缴登记　${paidFor}`)
  await desk.tap('选几个人一起办')
  await desk.tap('这一页都选')
  await desk.choose('两边是同一个人')
  await desk.tap(`同意${paidFor}人，共${380 * paidFor}元`)
  await desk.sees(`办好了${paidFor}人。`)
  await desk.tap(`不在名单了　${others.subsidised - others.namedAlike}`)
  await desk.sees('民政花名册上没有这个人了（11月20日导入，整份')
  await desk.look('168-month-left-out')
  await desk.tap('应补名单')
  await desk.tap('看上个月')
  await desk.sees('11月应补名单', `${newly.reduce((sum, { yuan }) => sum + yuan, 0)} 元`)
  await desk.look('168-month-supplements')
  const saving = desk.page.waitForEvent('download')
  await desk.tap('导出表格')
  const csv = readFileSync(await (await saving).path(), 'utf8')
  for (const { person, yuan } of newly)
    expect(csv).toMatch(new RegExp(`${person.name}.*${person.idNumber}.*${person.account}.*${yuan}`))
  await desk.end()
}

/** The two, as the queue lists them. */
async function inOrder(desk: Walk): Promise<typeof newly> {
  const text = await desk.text()
  return [...newly].sort((a, b) => text.indexOf(a.person.name) - text.indexOf(b.person.name))
}

async function progress(): Promise<void> {
  const desk = await officer(here, '医保样例甲')
  await desk.tap('进度')
  await desk.tap('现在重新数')
  const enrolled = newly.length + 1 + full.length
  await desk.sees(/^截至2023年12月1日/)
  await desk.look('169-month-progress')
  const registered = of(rosters.population).length + others.all
  const employee = of(rosters.employeeInsured).length + others.employee
  await desk.sees(String(registered), String(employee), String(registered - employee), '154,100')
  await desk.sees(`${enrolled} 人`)
  await desk.end()
}

async function forms(): Promise<void> {
  const desk = await officer(here, '医保样例甲')
  await desk.tap('表册')
  await desk.page.getByLabel('哪张表').selectOption('参保资助花名册')
  await desk.page.getByLabel('乡镇', { exact: true }).selectOption(town)
  await desk.tap('先看一看')
  const subsidised = inTown([...of(rosters.civilAffairs), ...of(rosters.ruralRevitalisation)]).length
  // Whoever was recognised after paying stands on it too, with what is owed.
  await desk.sees(`一共${subsidised + others.subsidised + newly.length}人。`)
  await desk.look('170-month-form')
  await desk.end()
}

/** The refund of a payment made on the phone: three desks, four people, nobody twice. */
async function refundOverThreeDesks(): Promise<void> {
  const { walk } = here
  await walk.open()
  await identify(walk, named.dibaoFour)
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.tap('申请退费，王样例')
  await walk.choose('在外地参保了')
  await walk.tap('申请退 130 元')
  await walk.sees('等税务局受理')
  await acceptedByTax()
  await approvedByBureau()
  await transferredByFinance()
  await walk.page.reload()
  await walk.sees('退回来了')
}

async function acceptedByTax(): Promise<void> {
  const tax = await officer(here, '税务样例甲')
  await tax.sees('退费等您受理')
  await tax.look('83-desk-today')
  await tax.tap('去办，退费等您受理')
  await tax.sees('等受理的退费', '在外地参保了', '受理以后，由县医保局审核。')
  await tax.look('84-desk-refund-tax')
  await tax.tap('受理，交医保局')
  await tax.sees('没有等着办的退费', '办好了。')
  await tax.end()
}

async function approvedByBureau(): Promise<void> {
  const bureau = await officer(here, '医保样例甲')
  await bureau.tap('去办，退费等您审核')
  await bureau.sees('王样例', '130 元')
  await bureau.tap('不同意退')
  await bureau.tap('不退，告诉居民')
  await bureau.sees('先选原因，居民看得到。')
  await bureau.look('85-desk-refund-reject')
  await bureau.tap('先不定')
  await bureau.tap('同意退 130元')
  await bureau.sees('没有等着办的退费')
  await bureau.end()
}

async function transferredByFinance(): Promise<void> {
  const cashier = await officer(here, '财政样例甲')
  await cashier.tap('去办，退费等您转账')
  await cashier.type('转账凭证号', '1')
  await cashier.tap('已转出 130元')
  await cashier.sees('凭证号要4到40个字，只有字母、数字、汉字和括号。')
  await cashier.look('87-desk-refund-voucher')
  await cashier.type('转账凭证号', '财退〔2023〕1号')
  await cashier.tap('已转出 130元')
  await cashier.sees('办好了。')
  await cashier.tap('确认到账')
  await cashier.sees('您办过前一步，或是您自己申请的。请换一位同事办。')
  await cashier.end()

  const other = await officer(here, '财政样例乙')
  await other.tap('去办，退费等您确认到账')
  await other.sees('财退〔2023〕1号')
  await other.look('88-desk-refund-confirm')
  await other.tap('钱已转出 130元，办结')
  await other.sees('没有等着办的退费')
  await other.end()
}

async function dayClosed(): Promise<void> {
  await runDueJobs({ ...here.service.running.ports, schedule: unhurried }, allJobs)
  const desk = await officer(here, '财政样例乙')
  await desk.tap('资金')
  await desk.tap('日结')
  await desk.sees('每天的账', '同样的数，用表看')
  await desk.look('89-desk-days')
  await desk.tap('看2023年12月1日的账')
  await desk.sees('2023年12月1日的账', '130 元', '没有差异。')
  await desk.look('90-desk-day')
  await desk.end()
}
