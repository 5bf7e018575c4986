import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser/launch'
import { people } from './people'
import { record } from './record'
import { identify, toCheck, toWechat } from './roads'
import { startService, type Service } from './startService'
import { startWalk, type Walk } from './walk'

let browser: Browser
let service: Service
let walk: Walk

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

beforeEach(async () => {
  service = await startService('2023-11-20')
  walk = await startWalk(browser, service, people.dibaoFour)
})
afterEach(async () => {
  await walk.close()
  await service.end()
})

test('山丹 2024: 农村低保四类 pays 130 once, six taps and two fields after opening', async () => {
  const started = Date.now()
  await walk.open()
  await walk.sees('先看要付多少', '演示，今天是2023年11月20日')
  await identify(walk, people.dibaoFour)
  await walk.sees('标准', '380 元', '− 250 元', '130')
  await toCheck(walk, 130)
  await toWechat(walk, 130)
  const first = { taps: walk.taps, fields: walk.fields, screens: walk.screens, ms: Date.now() - started }
  record('road-shandan-130-first', first)
  expect(first.taps).toBeLessThanOrEqual(6)
  expect(first.fields).toBe(2)

  await walk.tap('确认付款 130 元')
  await walk.sees('缴好了', '税务已收', '2024年1月1日起')
  expect(await service.orders()).toMatchObject([{ state: 'paid', fen: 13000, identity: 'ruralDibao/4' }])
  expect(await service.payments()).toMatchObject([{ fen: 13000 }])
  expect(await service.enrollments()).toMatchObject([{ coverageYear: 2024, paidFen: 13000 }])
  expect(await walk.leaks()).toEqual([])
})
