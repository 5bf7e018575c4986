/** The offices in the built mini-program: what is done in the village, and what is done at a desk opens there too. */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { proofSizes } from '../../shared/contracts/proof'
import { InviteStaff, OpenAccount } from '../../shared/contracts/staffAccounts'
import { CountProgress } from '../../shared/contracts/progress'
import { BeginMatch, ContinueMatch } from '../../shared/contracts/staffMatch'
import { jpeg, withSegment } from '../papers'
import { writeListed } from './listedPeople'
import { officeOf } from './office'
import { people } from './people'
import { wechatPhone } from './wechatPhone'

const phone = wechatPhone('weapp-staff')

test('工作台: a WeChat account that is nobody’s stays outside; a bound one works there, and not on their own refund', async () => {
  await phone.start('2023-11-20')
  await phone.identify(people.dibaoFour)
  await phone.pay(130)
  await phone.mini.tap('申请退费，王样例')
  await phone.mini.tap('在外地参保了')
  await phone.mini.tap('申请退 130 元')
  await phone.mini.open('workbench/today/index')
  phone.sees('账号没有登录，或已停用。请重新进。')
  await phone.mini.tap('进工作台')
  phone.sees('这个微信没有经办账号。请县医保局发邀请。')
  await phone.bindStaff('shandan-tax-1')
  await phone.mini.open('workbench/today/index')
  phone.sees('县税务局，今天先办这些', '退费等您受理')
  await phone.mini.tap('去办，退费等您受理')
  phone.sees('等受理的退费', '王样例', '6207****23', '在外地参保了')
  phone.sees('您办过前一步，或是您自己申请的。请换一位同事办。')
})

test('录缴费: in the village, on the phone; the day is closed there too', async () => {
  await phone.start('2020-11-20')
  await phone.bindStaff('dongxiang-clerk-1')
  await phone.mini.open('workbench/counter/index')
  phone.sees('录柜台缴费', '这一天没有录。')
  await phone.mini.input('姓名', people.dongxiangDibao.name)
  await phone.mini.input('身份证号', people.dongxiangDibao.idNumber)
  await phone.mini.tap('找人')
  await phone.mini.settle()
  phone.sees('11月20日缴，该收', '280 元', '马样例')
  await phone.mini.input('票据号', 'dx-0009')
  await phone.mini.tap('乡镇代征')
  await phone.mini.tap('录入 280元')
  await phone.mini.settle()
  phone.sees('录好了：马样例，280元，票据DX-0009。', '1笔，共280元')
  await phone.mini.open('workbench/townDay/index')
  phone.sees('样例乡，日清月结', '没结账')
  await phone.mini.tap('第二天再缴存')
  await phone.mini.tap('结账')
  await phone.mini.settle()
  phone.sees('等复核', '和缴存不一样：第二天再缴存')
})

test('审证明: a paper in parts is shown from a file of its own, and the file is gone afterwards', async () => {
  await phone.start('2020-11-20')
  const resident = async (useCase: string, request: unknown) => {
    const answered = await phone.call('o-sender', 'resident', { useCase, request })
    return (answered as { reply: { member: { residentId: string } } }).reply
  }
  const { name, idNumber } = people.chaqi
  const person = { region: 'chaqi', name, idNumber, relation: 'self', consent: 'person-1' }
  const { residentId } = (await resident('identify', person)).member
  const file = withSegment(jpeg(proofSizes.part), 0xfe, Buffer.alloc(9_000, 1))
  const about = { residentId, coverageYear: 2021, paper: 'elsewhereEnrollmentVoucher', key: randomUUID() }
  for (let part = 0; part * proofSizes.part < file.length; part += 1) {
    const content = file.subarray(part * proofSizes.part, (part + 1) * proofSizes.part).toString('base64')
    await resident('uploadProof', { ...about, bytes: file.length, part, content })
  }
  await phone.bindStaff('chaqi-bureau-1')
  await phone.mini.open('workbench/proofDesk/index')
  phone.sees('居民交来的证明', '证明在外地已参加2021年度医保')
  await phone.mini.tap('打开看')
  await phone.mini.settle()
  phone.look()
  const [written] = phone.mini.calls.filter(({ api }) => api === 'writeFile')
  expect(phone.mini.page.text).not.toContain('没有打开。再试一次。')
  expect(written).toBeDefined()
  await phone.mini.tap('行，通过')
  await phone.mini.settle()
  phone.sees('这里没有证明', '定好了，居民看得到。')
  expect(phone.mini.calls.some(({ api }) => api === 'unlink')).toBe(true)
  await phone.mini.open('workbench/complaintDesk/index?desk=bureau')
  phone.sees('居民的意见、异议', '这里没有意见')
})

test('受邀: somebody without an account binds their WeChat account with a token, and looks up a person in the village', async () => {
  await phone.start('2023-11-20')
  const bureau = officeOf(phone.service, 'bureau', 'shandan')
  const clerk = { role: 'clerk' as const, town: '清泉镇', name: '乡镇样例新', imports: [] }
  const { account } = await bureau(OpenAccount, { key: randomUUID(), ...clerk })
  const { token } = await bureau(InviteStaff, { staffId: account.staffId })
  await phone.mini.open('workbench/enter/index')
  phone.sees('这个微信没有经办账号。请县医保局发邀请。')
  await phone.mini.tap('我有邀请码')
  await phone.mini.input('邀请码', 'not-the-right-token')
  await phone.mini.tap('绑定我的微信')
  await phone.mini.settle()
  phone.sees('邀请码不对，或已用过、收回了。请再要一个。')
  await phone.mini.input('邀请码', token)
  await phone.mini.tap('绑定我的微信')
  await phone.mini.settle()
  await phone.mini.tap('进工作台')
  await phone.mini.settle()
  phone.sees('清泉镇，今天先办这些')
  await phone.mini.open('workbench/person/index')
  await phone.mini.input('姓名', people.dibaoFour.name)
  await phone.mini.input('证件号码', people.dibaoFour.idNumber)
  await phone.mini.tap('找')
  await phone.mini.settle()
  phone.sees('现在的情况', '6207****23', '农村低保四类', '来源：演示数据 · 2023年11月20日')
})

test('学生名单: nothing chosen is no trouble; a list from WeChat’s own files is read and answered', async () => {
  await phone.start('2023-11-20')
  await phone.bindStaff('shandan-school-1')
  await phone.mini.open('workbench/school/index')
  phone.sees('2024年度，学生参保了没有')
  phone.photograph = undefined
  await phone.mini.tap('选学生名单')
  expect(phone.mini.page.shows('文件没读出来。再选一次。')).toBe(false)
  phone.photograph = Buffer.from(`姓名,身份证号\n${people.pupil.name},${people.pupil.idNumber}\n`)
  await phone.mini.tap('选学生名单')
  await phone.mini.settle()
  phone.sees('还没参保', people.pupil.name)
  await phone.mini.tap('存成表格')
  phone.sees('存好了。')
})

test('导入: a roster from WeChat’s own files is tried, written and taken back, and stands in the list', async () => {
  await phone.start('2023-11-20')
  await phone.bindStaff('shandan-department-1')
  await phone.mini.open('workbench/imports/index')
  phone.sees('导入哪一种名单？', '民政花名册')
  const { name, idNumber } = people.ordinary
  phone.photograph = Buffer.from(`姓名,身份证号码,救助类别\n${name},${idNumber},孤儿\n${name},1,孤儿\n`)
  await phone.mini.tap('选文件')
  await phone.mini.settle()
  phone.sees('哪一列是什么？', '名单.csv，2行')
  await phone.mini.tap('预演')
  await phone.mini.settle()
  phone.sees('预演：还没有写进去', '不是18位')
  await phone.mini.tap('写入1行，跳过1行')
  phone.sees('先选这份名单是不是整份。')
  await phone.mini.tap('只有新增的，不在上面的人，不作判断。')
  await phone.mini.tap('写入1行，跳过1行')
  await phone.mini.settle()
  phone.sees('写进去了', '整批撤回')
  await phone.mini.tap('整批撤回')
  await phone.mini.tap('撤回这一批')
  await phone.mini.settle()
  phone.sees('整批撤回了', '都改回导入以前的样子了。')
  await phone.mini.tap('看所有的导入')
  await phone.mini.settle()
  phone.sees('导入过的')
})

test('表册: an empty form is looked at in the village and opened as a paper', async () => {
  await phone.start('2023-11-20')
  await phone.bindStaff('shandan-clerk-1')
  await phone.mini.open('workbench/forms/index')
  phone.sees('2024年度的表册', '通知没有印这张表。')
  await phone.mini.tap('先看一看')
  phone.sees('先选村，再看。')
  await phone.mini.tap('空白表，手写')
  await phone.mini.tap('先看一看')
  await phone.mini.settle()
  phone.sees('打出来是这样', '村民委员会（盖章）', '乡镇样例甲')
  await phone.mini.tap('打印（PDF）')
  await phone.mini.settle()
  phone.sees('存好了。打开就能打印、盖章。')
  expect(phone.mini.calls.filter(({ api }) => api === 'openDocument')).toMatchObject([
    { options: { fileType: 'pdf' } },
  ])
})

test('未缴名单: looked up in the village, one person opened, and noted as of a special group', async () => {
  await phone.start('2023-11-20')
  const bureau = officeOf(phone.service, 'bureau', 'shandan')
  let { counting } = await bureau(CountProgress, { coverageYear: 2024, anew: true })
  while (counting !== null) ({ counting } = await bureau(CountProgress, { coverageYear: 2024 }))
  await phone.bindStaff('shandan-clerk-1')
  await phone.mini.open('workbench/progress/index')
  await phone.mini.settle()
  phone.sees('2024年度缴费进度', '清泉镇已缴', '95%（参考，这份通知没有写）', '各村（社区）')
  await phone.mini.tap(phone.mini.page.tappables.find((name) => name.startsWith('看名单')) ?? '')
  await phone.mini.settle()
  phone.sees('还没缴的人', '看了谁、导出什么，都记下来。')
  await phone.mini.tap(
    phone.mini.page.tappables.find((name) => /(资助对象|去年缴了，今年没缴)$/.test(name)) ?? '',
  )
  await phone.mini.settle()
  phone.sees('电话', '住址')
  await phone.mini.tap('登记特殊人群')
  await phone.mini.tap('婚出')
  await phone.mini.input('佐证', '结婚证样例')
  await phone.mini.tap('登记')
  await phone.mini.settle()
  phone.sees('登记好了，等县医保局核实。', '待核实：婚出')
  await phone.mini.open('workbench/special/index?year=2024')
  await phone.mini.settle()
  phone.sees('特殊人群台账，2024年度', '佐证：结婚证样例')
})

test('每月比对: refused without a reason, decided one and several at once, and listed; the desk’s other pages open', async () => {
  await phone.start('2023-11-30')
  await writeListed(phone.service)
  await phone.bindStaff('shandan-bureau-1')
  const office = officeOf(phone.service, 'bureau', 'shandan')
  const { matchId } = await office(BeginMatch, { coverageYear: 2024, month: '2023-11' })
  while ((await office(ContinueMatch, { matchId })).state !== 'done');
  await phone.mini.open('workbench/match/index')
  await phone.mini.settle()
  phone.sees('新认定　4', '冯示范', '补250元到一卡通，12月')
  await phone.mini.tap('同意，补250元，看下一人')
  phone.sees('先选一个理由。')
  await phone.mini.tap('两边是同一个人')
  await phone.mini.tap('同意，补250元，看下一人')
  await phone.mini.settle()
  phone.sees('办好了。', '已办1人，还有3人', '褚样例')
  await phone.mini.tap('选几个人一起办')
  await phone.mini.tap('这一页都选')
  await phone.mini.tap('两边是同一个人')
  await phone.mini.tap(phone.mini.page.tappables.find((name) => name.startsWith('同意3人')) ?? '')
  await phone.mini.settle()
  phone.sees('办好了')
  await phone.mini.tap('应补名单')
  await phone.mini.settle()
  phone.sees('冯示范')
  const others = [
    ['rules', '重复参保退费'],
    ['accounts', '账号'],
    ['audit', '谁做了什么、看了谁'],
    ['duplicates', '疑似重复'],
    ['days', '日'],
    ['refundDesk', '退费'],
  ] as const
  for (const [page, word] of others) {
    await phone.mini.open(`workbench/${page}/index`)
    await phone.mini.settle()
    // A long table comes in several goes.
    for (let tries = 0; !phone.mini.page.shows(word) && tries < 30; tries += 1) {
      await setTimeout(100)
      await phone.mini.settle()
    }
    phone.sees(word)
  }
})
