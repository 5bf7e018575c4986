/** 工作台: the offices pay a refund back over three desks, and look at the day, at a desk's width. */
import { readFileSync } from 'node:fs'
import { runDueJobs } from '../../cloudfunctions/jobs/runDueJobs'
import { officer } from './officer'
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

test('nobody is at the desk without having entered, and nobody enters without choosing', async () => {
  const { walk } = here
  await walk.open('#/workbench/refundDesk/index?desk=tax')
  await walk.sees('账号没有登录，或已停用。请重新进。')
  await walk.look('80-desk-outside')
  await walk.tap('进工作台')
  await walk.sees('您是哪一位？')
  await walk.tap('进工作台')
  await walk.sees('先选一位，再进。')
  await walk.look('81-desk-enter')
  await walk.choose(/^乡镇样例甲/)
  await walk.tap('进工作台')
  await walk.sees('清泉镇，今天先办这些', '今天没有等您办的事')
  await walk.look('82-desk-today-clerk')
  expect(await walk.page.getByRole('button', { name: '日结' }).count()).toBe(0)
})

test('a refund goes over three desks and four people, each by tap, and the day has it', async () => {
  const { walk, service } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.tap('申请退费，王样例')
  await walk.choose('在外地参保了')
  await walk.tap('申请退 130 元')
  await walk.sees('等税务局受理')

  const tax = await officer(here, '税务样例甲')
  await tax.sees('退费等您受理')
  await tax.look('83-desk-today')
  await tax.tap('去办，退费等您受理')
  await tax.sees('等受理的退费', '在外地参保了', '受理以后，由县医保局审核。')
  await tax.look('84-desk-refund-tax')
  await tax.tap('受理，交医保局')
  await tax.sees('没有等着办的退费', '办好了。')
  await tax.end()

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

  const second = await officer(here, '财政样例乙')
  await second.tap('去办，退费等您确认到账')
  await second.sees('财退〔2023〕1号')
  await second.look('88-desk-refund-confirm')
  await second.tap('钱已转出 130元，办结')
  await second.sees('没有等着办的退费')

  await walk.page.reload()
  await walk.sees('退回来了')

  const next = service.running
  next.clock.setDay('2023-11-21')
  await runDueJobs(next.ports)
  await second.tap('日结')
  await second.sees('每天的账', '同样的数，用表看')
  await second.look('89-desk-days')
  await second.tap('看2023年11月20日的账')
  await second.sees('2023年11月20日的账', '130 元', '没有差异。')
  await second.look('90-desk-day')
  await second.end()
  expect(service.log()).not.toContain('财退')
})

test('a school sends its list, sees who is not enrolled yet, and takes the answer along', async () => {
  await here.walk.open()
  const desk = await officer(here, '学校样例甲')
  await desk.tap('学生名单')
  await desk.sees('2024年度，学生参保了没有', '名单查完就丢，不保存。只说参保没参保。')
  await desk.look('91-desk-school')
  const choose = async (name: string, text: string) => {
    const waiting = desk.page.waitForEvent('filechooser')
    await desk.tap(/^(选学生名单|换一个名单)$/)
    await (await waiting).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  await choose('名单.csv', '%PDF-1.7')
  await desk.sees('这不是表格。请选.xlsx或.csv文件。')
  await desk.look('92-desk-school-refused')
  const { pupil, ordinary } = people
  await choose(
    '名单.csv',
    `学校名单\n姓名,身份证号\n${pupil.name},${pupil.idNumber}\n别人,${ordinary.idNumber}\n李在校,6207\n`,
  )
  await desk.sees('还没参保', '没查到', '证号不对', '第3行')
  await desk.look('93-desk-school-list')
  const saving = desk.page.waitForEvent('download')
  await desk.tap('存成表格')
  const file = await (await saving).path()
  expect(readFileSync(file, 'utf8')).toMatch(/3,[^,]+,\d{4}\*{4}\d[\dX],还没参保/)
  await desk.sees('存好了。')
  await desk.end()
})
