import { people } from './people'
import { identify } from './roads'
import { setting } from './setting'

const here = setting('2023-11-20')

test('the day is said on every page; another day is another phase, and the page says why', async () => {
  const { walk, service } = here
  await walk.open()
  await walk.sees('演示，今天是2023年11月20日')
  await identify(walk, people.dibaoFour)
  await walk.sees('演示，今天是2023年11月20日', '130')

  await walk.tap('换一天')
  await walk.look('60-day-bar')
  await walk.page.locator('input[type=date]').fill('2024-01-01')
  await walk.sees('演示，今天是2024年1月1日', '缴费期已过', '缴费期过了，怎么补没写。先问清楚。')
  expect(await walk.page.getByRole('button', { name: /去缴/ }).count()).toBe(0)
  expect(await walk.page.getByRole('button', { name: /^依据/ }).count()).toBeGreaterThan(0)
  await walk.look('61-result-closed')
  expect(service.running.clock.today()).toBe('2024-01-01')
})
