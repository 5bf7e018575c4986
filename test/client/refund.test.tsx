import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import RefundPage from '../../client/src/more/refund/index'
import ReceiptPage from '../../client/src/pages/receipt/index'
import { refunds as words } from '../../client/src/texts/refunds'
import type { Outcome, ReplyOf } from '../../shared/contracts/contract'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Receipt } from '../../shared/contracts/receipt'
import {
  rejection,
  refundStage,
  type RefundRule,
  type RefundRules,
  type RefundShown,
} from '../../shared/contracts/refund'
import { RequestRefund } from '../../shared/contracts/requestRefund'
import { answer, places, serve } from './service'
import { freshPhone, phone } from './standIns/taro'

const clauses = ['yangli-2025#八']
const none: RefundRule = { kind: 'none', clauses }
const silent: RefundRule = { kind: 'unstated', clauses, ask: { name: '样例县医保局', phone: null } }
const application: RefundRule = {
  kind: 'application',
  unsaid: false,
  clauses,
  steps: [{ office: '样例县税务局', does: '受理', clauses }],
}
const begun: RefundShown = {
  number: 'SD2411200042-0-1',
  stage: 'requested',
  cause: 'application',
  rejection: null,
  fen: 13000,
  asOf: '2023-11-21T02:00:00Z',
}

const paid = (refunds: RefundRules, refund: RefundShown | null = null): ReplyOf<typeof Receipt> => ({
  number: 'SD2411200042',
  people: [
    {
      residentId: 'resident-1',
      name: '王样例',
      maskedId: '6207****21',
      fen: 13000,
      coverageFrom: ['2024-01-01'],
      coverageTo: ['2024-12-31'],
      refund,
    },
  ],
  place: { region: 'yangli', name: '样例县' },
  coverageYear: 2024,
  fen: 13000,
  paidAt: '2023-11-20T02:00:00Z',
  status: { tax: 'received', bureau: 'awaiting', asOf: '2023-11-20T02:00:00Z' },
  refunds,
  clauses,
  notices: [],
})
const listed = answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') }))
const showing = (reply: ReplyOf<typeof Receipt>) => answer(Receipt, () => ({ kind: 'done', reply }))
const both = (rule: RefundRule): RefundRules => ({ oncePaid: rule, onDuplicate: rule })

function openReceipt(reply: ReplyOf<typeof Receipt>) {
  freshPhone('/pages/receipt/index?order=SD2411200042')
  serve(listed, showing(reply))
  return render(<ReceiptPage />)
}

describe('on the receipt', () => {
  test('where one may apply in one of the two cases, there is a quiet link, and it carries opaque ids only', async () => {
    openReceipt(paid({ oncePaid: none, onDuplicate: application }))
    fireEvent.click(await screen.findByRole('button', { name: '申请退费，王样例' }))
    expect(phone.stack.at(-1)).toBe('/more/refund/index?order=SD2411200042&resident=resident-1')
  })

  test('where the notice gives nothing back, that is said once, and there is no link', async () => {
    openReceipt(paid(both(none)))
    expect(await screen.findAllByText('缴了就不退。')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: /申请退费/ })).toBeNull()
  })

  test('where the notice is silent, whom to ask; a refusal of duplicates stands beside it', async () => {
    openReceipt(paid({ oncePaid: silent, onDuplicate: none }))
    await screen.findByText('能不能退，通知没写。')
    screen.getByText('重复缴的，不退。')
    screen.getByText('先到样例县医保局问。')
    screen.getByText('通知没写电话。')
  })

  test.each(
    refundStage.options.flatMap((stage) =>
      (['application', 'twice'] as const).map((cause) => [stage, cause] as const),
    ),
  )('a refund that is %s (%s) says how far it is and what happens next', async (stage, cause) => {
    openReceipt(paid(both(application), { ...begun, stage, cause }))
    const said =
      stage === 'rejected'
        ? words.rejected(null)
        : ((cause === 'twice' ? words.byItself[stage] : undefined) ?? words.stages[stage])
    await screen.findByText(said.stage)
    screen.getByText(said.next)
    screen.getByText('截至11月21日 10:00')
    expect(screen.queryByRole('button', { name: '申请退费，王样例' })).toBeNull()
    expect(screen.queryByText('2024年1月1日起') === null).toBe(cause === 'twice' || stage === 'arrived')
    expect(screen.queryByText('医保还没到账') === null).toBe(stage === 'arrived')
  })

  test.each(rejection.options)('rejected, %s: the reason, and the way to ask again', async (why) => {
    openReceipt(paid(both(application), { ...begun, stage: 'rejected', rejection: why }))
    await screen.findByText(words.rejected(why).next)
    screen.getByRole('button', { name: '再申请一次，王样例' })
  })
})

describe('the page that asks', () => {
  const here = '/more/refund/index?order=SD2411200042&resident=resident-1'
  const requested = (how: () => Outcome<typeof RequestRefund>) => answer(RequestRefund, how)

  test('says what is missing, then asks once for what was chosen and goes to the receipt', async () => {
    freshPhone(here)
    const asked = serve(
      listed,
      showing(paid(both(application))),
      requested(() => ({ kind: 'done', reply: { refund: begun } })),
    )
    render(<RefundPage />)
    const button = await screen.findByRole('button', { name: '申请退 130 元' })
    fireEvent.click(button)
    await screen.findByText('先选一个原因，再申请。')
    fireEvent.click(screen.getByRole('radio', { name: /在外地参保了/ }))
    screen.getByText('退了，这一年就不算参保，不能报销。')
    fireEvent.click(button)
    fireEvent.click(button)
    await waitFor(() => expect(phone.stack).toEqual(['/pages/receipt/index?order=SD2411200042']))
    expect(asked.filter(({ useCase }) => useCase === 'requestRefund').map(({ request }) => request)).toEqual([
      { orderNumber: 'SD2411200042', residentId: 'resident-1', reason: 'moved' },
    ])
  })

  test('a reason the notice refuses takes the button away; one it is silent about says whom to ask', async () => {
    freshPhone(here)
    serve(listed, showing(paid({ oncePaid: silent, onDuplicate: application })))
    render(<RefundPage />)
    fireEvent.click(await screen.findByRole('radio', { name: /别的原因/ }))
    await screen.findByText('先到样例县医保局问。')
    screen.getByText('通知没写电话。')
    expect(screen.queryByRole('button', { name: /^申请退/ })).toBeNull()
    fireEvent.click(screen.getByRole('radio', { name: /缴重了/ }))
    await screen.findByRole('button', { name: '申请退 130 元' })
  })

  test.each([
    ['refundExists', '这一笔已经在退，不用再申请。'],
    ['noRefund', '按通知，这种情况不退。'],
    ['refundUnstated', '能不能退，通知没写。'],
    ['notPaid', '这一笔还没缴好，没有凭证。'],
    ['notFound', '没有找到。请回到首页重新来。'],
  ] as const)('%s is said in a sentence, and nothing is lost', async (refusal, sentence) => {
    freshPhone(here)
    serve(
      listed,
      showing(paid(both(application))),
      requested(() => ({ kind: 'refused', refusal })),
    )
    render(<RefundPage />)
    fireEvent.click(await screen.findByRole('radio', { name: /缴重了/ }))
    fireEvent.click(screen.getByRole('button', { name: '申请退 130 元' }))
    await screen.findByText(sentence)
    expect(phone.stack).toEqual([here])
  })

  test('somebody who is not on the receipt finds no page', async () => {
    freshPhone('/more/refund/index?order=SD2411200042&resident=somebody')
    serve(listed, showing(paid(both(application))))
    render(<RefundPage />)
    await screen.findByText('这个链接不完整。请回到首页。')
  })
})
