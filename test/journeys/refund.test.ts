/** 退费: asked for on the receipt, through three desks and back; and where the notice gives nothing back. */
import { people } from './people'
import { choosePlace, identify, toCheck, toWechat } from './roads'
import { setting } from './setting'
import type { Service } from './startService'

/** The offices' part, by the demonstration's accounts and over HTTP, the way their pages ask. */
async function office({ origin }: Service, staffId: string) {
  const send = (path: string, body: object, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const entered = await send('/local/staff', { staffId })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  return async (useCase: string, request: object): Promise<unknown> =>
    (await send(`/api/staff/${useCase}`, request, cookie)).json()
}

describe('山丹 2024', () => {
  const here = setting('2023-11-20')

  test('applied for in three taps, accepted, approved, transferred, confirmed; then one may pay anew', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.dibaoFour)
    await toCheck(walk, 130)
    await toWechat(walk, 130)
    await walk.tap('确认付款 130 元')
    await walk.sees('缴好了')

    walk.taps = 0
    await walk.tap('申请退费，王样例')
    await walk.sees('王样例，为什么要退？', '2024年度缴的130元', '县税务局', '受理退费申请', '县财政局')
    await walk.look('60-refund')
    await walk.tap('申请退 130 元')
    await walk.sees('先选一个原因，再申请。')
    await walk.look('61-refund-too-early')
    walk.taps = 1
    await walk.choose('在外地参保了')
    await walk.sees('退了，这一年就不算参保，不能报销。')
    await walk.tap('申请退 130 元')
    expect(walk.taps).toBe(3)
    await walk.sees('等税务局受理', '受理以后，医保局审核。', /^截至11月20日/)
    await walk.look('62-receipt-requested')
    expect(await walk.page.getByRole('button', { name: /申请退费/ }).count()).toBe(0)

    const [order] = await service.running.ports.store
      .find('orders', { where: {}, sort: { field: 'createdAt', order: 'ascending' }, limit: 1 })
      .then(({ documents }) => documents)
    const refundNumber = `${order?.id}-0-1`
    const steps = [
      ['shandan-tax-1', 'acceptRefund', {}, '税务局已受理'],
      ['shandan-bureau-1', 'approveRefund', { way: 'transfer' }, '医保局同意退'],
      ['shandan-finance-1', 'transferRefund', { voucher: '财退〔2023〕1号' }, '正在退回'],
      ['shandan-finance-2', 'confirmTransfer', {}, '退回来了'],
    ] as const
    for (const [staffId, useCase, more, said] of steps) {
      const ask = await office(service, staffId)
      expect(await ask(useCase, { refundNumber, ...more })).toMatchObject({ kind: 'done' })
      await walk.page.reload()
      await walk.sees(said)
    }
    await walk.sees('这一年不算参保了。', '已退费，不算参保')
    await walk.look('63-receipt-refunded')
    await walk.tap('回到首页')
    await walk.sees('还没缴')
    await walk.tap('我的凭证')
    await walk.sees('已退费')
    await walk.tap('看记录，王样例，2024年度')
    await walk.sees('这一年不算参保，不能报销。')
    await walk.look('66-record-refunded')
    await walk.tap('看凭证')
    await walk.sees('退回来了')
    expect(await service.enrollments()).toMatchObject([{ withdrawnAt: expect.any(String) as string }])
  })

  test('rejected: the reason is said, and one may apply again', async () => {
    const { walk, service } = here
    await walk.open()
    await identify(walk, people.ordinary)
    await toCheck(walk, 380)
    await toWechat(walk, 380)
    await walk.tap('确认付款 380 元')
    await walk.tap('申请退费，周示范')
    await walk.choose(/缴重了/)
    await walk.tap('申请退 380 元')
    await walk.sees('等税务局受理')
    const tax = await office(service, 'shandan-tax-1')
    const { reply } = (await tax('listRefunds', { desk: 'tax' })) as {
      reply: { refunds: { refundNumber: string }[] }
    }
    const refundNumber = reply.refunds[0]?.refundNumber
    await tax('rejectRefund', { refundNumber, rejection: 'papersMissing' })
    await walk.page.reload()
    await walk.sees('没有同意退', '材料不全，补齐了可以再申请。', '再申请一次')
    await walk.look('64-receipt-rejected')
    await walk.tap('再申请一次，周示范')
    await walk.choose(/缴重了/)
    await walk.tap('申请退 380 元')
    await walk.sees('等税务局受理')
  })
})

describe('where nobody may apply', () => {
  const here = setting('2020-11-20')

  test('东乡 2021: the notice gives nothing back, and the receipt says so with its clause', async () => {
    const { walk } = here
    await walk.open()
    await choosePlace(walk, /^东乡/)
    await identify(walk, people.dongxiangDibao)
    await toCheck(walk, 280)
    await toWechat(walk, 280)
    await walk.tap('确认付款 280 元')
    await walk.sees('缴好了', '缴了就不退。')
    await walk.look('65-receipt-no-refund')
    expect(await walk.page.getByRole('button', { name: /申请退费/ }).count()).toBe(0)
    await walk.page
      .getByRole('button', { name: /^依据 第三条/ })
      .last()
      .click()
    await walk.sees(/《东乡/)
  })
})
