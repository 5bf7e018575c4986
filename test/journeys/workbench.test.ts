/** 工作台: who is at the desk, and a school's list, at a desk's width. */
import { readFileSync } from 'node:fs'
import { officer } from './officer'
import { people } from './people'
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
