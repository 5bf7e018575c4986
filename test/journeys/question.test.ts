import { setting } from './setting'

const here = setting('2023-11-20')

test('算一算: nobody is identified, the phone reckons, and no answer leaves it', async () => {
  const { walk, service } = here
  await walk.open()
  await walk.tap('算一算')
  await walk.sees('有下面哪些身份？', '不登录，不上传。答案只在这台手机上算。')
  await walk.look('40-question')
  const before = walk.requests.length
  await walk.tap(/看结果|下一题/)
  await walk.sees('先选一个，再往下。')
  await walk.choose(/^农村低保，三类、四类/)
  await walk.sees('130')
  await walk.tap(/看结果|下一题/)
  await walk.sees('按您的回答，2024年医保', '380 元', '− 250 元', '130')
  await walk.look('41-question-result')

  const after = walk.requests.slice(before)
  expect(after.filter(({ method }) => method === 'POST')).toEqual([])
  expect(JSON.stringify(after)).not.toMatch(/ruralDibao|低保/)
  await walk.tap('认一认，去缴费')
  await walk.sees('给谁缴？')
  expect(await service.orders()).toEqual([])
})

test('an address without a table says so in one sentence', async () => {
  const { walk } = here
  for (const address of ['region=nowhere&year=2024', 'region=shandan&year=2030']) {
    await walk.open(`#/pages/question/index?${address}`)
    await walk.page.reload()
    await walk.sees('这里这一年还没有政策，不能算。')
  }
  await walk.look('42-no-policy')
  await walk.tap('回到首页')
  await walk.sees('先看要付多少')
})

test('places: one table each, other years, and what to do where there is none', async () => {
  const { walk } = here
  await walk.open()
  await walk.tap(/，换地方$/)
  await walk.sees('在哪里参保？', '没有您的地方？')
  await walk.look('43-place')
})
