/** 参保记录: what was paid for oneself, what a family member paid, and what is not known here. */
import { readFileSync } from 'node:fs'
import type { EnrollmentFields } from '../../cloudfunctions/_residents/enrollmentRecord'
import { openPdfReader } from '../pdf/readPdf'
import { people } from './people'
import { identify, toCheck, toWechat } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

test('oneself: state, days with their clause, identity, sum, receipt; and years that nobody here knows', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.open()
  await walk.tap('我的凭证')
  await walk.sees('已缴130元', '2021年度以前，这里没有记录。', /不等于没参保。/)
  await walk.look('80-records')
  await walk.tap('看记录，王样例，2024年度')
  await walk.sees('已参保', '2024年1月1日到2024年12月31日', '农村低保四类', '您缴的', '130 元', '250 元')
  await walk.look('81-record')
  await walk.tap('看凭证')
  await walk.sees('缴好了')
})

test('a record is printed, its code is scanned, and after the money went back the same code says so', async () => {
  const { walk, service } = here
  await walk.open()
  await identify(walk, people.dibaoFour)
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.open()
  await walk.tap('我的凭证')
  await walk.tap('看记录，王样例，2024年度')
  const saving = walk.page.waitForEvent('download')
  await walk.tap('打印这一年的记录')
  const saved = await saving
  await walk.sees('好了。可以打印，也可以转发。')
  await walk.look('84-record-printed')
  expect(saved.suggestedFilename()).toBe('canbao-2024.pdf')

  const reader = await openPdfReader(here.browser)
  const { text, code, pages } = await reader.read(readFileSync(await saved.path()))
  await reader.close()
  expect(pages).toBe(1)
  for (const words of ['王样例', '山丹县', '2024年1月1日到2024年12月31日', '130.00 元'])
    expect(text).toContain(words)
  expect(text).not.toMatch(/低保|资助/)
  expect(code).toMatch(new RegExp(`^${service.origin}/certificate/[0-9a-f]{32}$`))

  const scan = code?.slice(service.origin.length + 1)
  await walk.open(scan)
  await walk.sees('有效', '这张纸对应的参保记录，现在还在。')
  await walk.look('85-check-valid')
  const [enrolled] = await service.running.ports.store
    .find<EnrollmentFields>('enrollments', {
      where: { orderNumber: text.match(/[0-9A-Z]{20}/)?.[0] ?? '' },
      sort: { field: 'coverageYear', order: 'ascending' },
      limit: 1,
    })
    .then(({ documents }) => documents)
  if (!enrolled) throw new Error('the paper names no order')
  const withdrawnAt = new Date().toISOString()
  await service.running.ports.store.replace('enrollments', enrolled.id, enrolled.revision, {
    ...enrolled.fields,
    withdrawnAt,
  })
  await walk.open(scan)
  await walk.sees('无效')
  await walk.look('86-check-invalid')
})

test('a proxy who paid sees their own payment and no identity; for another year nothing but what stands there', async () => {
  const { walk } = here
  await walk.open()
  await identify(walk, people.ordinary)
  await walk.sees('三个日期，别弄混')
  await walk.open()
  await identify(walk, people.dibaoFour, '其他')
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了')
  await walk.open()
  await walk.tap('我的凭证')
  await walk.tap('看记录，王样例，2024年度')
  await walk.sees('已参保', '您缴的', '130 元')
  expect(await walk.text()).not.toMatch(/低保|资助/)
  await walk.look('82-record-proxy')
  await walk.tap('返回')
  await walk.tap('看记录，周示范，2024年度')
  await walk.sees('没有查到参保', '在别处缴的，这里可能查不到。')
  await walk.look('83-record-nothing')
})
