/** 一起缴: several people on one check page. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { keepOtherCover, type OtherCoverAnswer } from '../../client/src/device/answersKept'
import AskPage from '../../client/src/pages/ask/index'
import CheckPage from '../../client/src/pages/check/index'
import WaitingPage from '../../client/src/pages/waiting/index'
import { CancelPayment } from '../../shared/contracts/cancelPayment'
import type { Details } from '../../shared/contracts/contract'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { PaymentStatus } from '../../shared/contracts/paymentStatus'
import { Policy } from '../../shared/contracts/policy'
import { mostPeople, StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import type { Person } from '../../shared/rules/person'
import { answer, hash, owed, places, serve, tableOf, type Asked } from './service'
import { freshPhone, phone } from './standIns/taro'

const today = '2023-11-20'
const facts: Record<string, Person & { called: string }> = {
  'resident-whole': { called: '周示范', identities: [] },
  'resident-part': { called: '王样例', identities: [{ code: 'ruralDibao/4' }] },
  'resident-free': { called: '李示范', identities: [{ code: 'extremePoverty' }] },
}

const household = [
  answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', today) })),
  answer(Policy, () => ({ kind: 'done', reply: { table: tableOf('shandan/2024'), hash } })),
  answer(WhatIOwe, ({ residentId, answers }) => {
    const { called, ...known } = facts[residentId] ?? { called: '陈样例', identities: [] }
    const said = { otherCover: answers?.otherCover ?? ('none' as const) }
    const reply = owed('shandan/2024', { residence: 'hukou', lastCovered: 2023, ...known, ...said }, today)
    return { kind: 'done', reply: { ...reply, person: { ...reply.person, name: called } } }
  }),
]

const everybody = 'people=resident-whole.resident-part&others=resident-free&year=2024'
const refusing = (
  refusal: 'paymentsDown' | 'orderExists' | 'mayNotEnroll' | 'orderClosed',
  details?: Details,
) => answer(StartPayment, () => ({ kind: 'refused', refusal, details }))

const started = (asked: Asked[]) =>
  asked
    .filter(({ useCase }) => useCase === 'startPayment')
    .map(({ request }) => request as { key: string; people: { residentId: string; expectFen: number }[] })

function standOn(page: 'check' | 'ask', query: string, ...answers: [string, OtherCoverAnswer][]): void {
  freshPhone(`/pages/${page}/index?${query}`)
  for (const [residentId, said] of answers) keepOtherCover(residentId, 2024, said)
}

const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const noneElsewhere: [string, OtherCoverAnswer][] = [
  ['resident-whole', 'none'],
  ['resident-part', 'none'],
]

describe('the check page', () => {
  beforeEach(() => standOn('check', everybody, ...noneElsewhere))

  test('names everybody with what they pay, and the one who is left out with the reason', async () => {
    serve(...household)
    render(<CheckPage />)
    const paying = await screen.findByRole('region', { name: '缴费的人' })
    expect(paying.textContent).toMatch(/周示范.*380 元.*王样例.*130 元.*2人，一共510 元/)
    expect(paying.textContent).not.toContain('李示范')
    expect(document.body.textContent).toMatch(/这次不缴的人李示范医保部门替您全额缴。/)
    expect(screen.getByRole('button', { name: '去缴 510 元（2 人）' })).toBeTruthy()
    expect(document.body.textContent).toContain('2人都没有')
  })

  test('sends just those people, with what each of them was shown', async () => {
    const asked = serve(...household, refusing('paymentsDown'))
    render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    await screen.findByText('微信没有回应，没有扣钱。再点一次。')
    expect(started(asked).map(({ people }) => people)).toEqual([
      [
        { residentId: 'resident-whole', expectFen: 38000 },
        { residentId: 'resident-part', expectFen: 13000 },
      ],
    ])
  })

  test('another set of people is another payment, the same set in another order is not', async () => {
    const asked = serve(...household, refusing('paymentsDown'))
    const { unmount } = render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    await waitFor(() => expect(started(asked)).toHaveLength(1))
    await tap('这次不缴王样例')
    await tap('去缴 380 元')
    await waitFor(() => expect(started(asked)).toHaveLength(2))
    unmount()
    phone.stack = ['/pages/check/index?people=resident-part.resident-whole&year=2024']
    render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    await waitFor(() => expect(started(asked)).toHaveLength(3))
    const [both, one, again] = started(asked).map(({ key }) => key)
    expect(again).toBe(both)
    expect(one).not.toBe(both)
  })

  test('one can be taken off and put back; the last one cannot', async () => {
    serve(...household)
    render(<CheckPage />)
    await tap('这次不缴周示范')
    expect(screen.getByRole('button', { name: '去缴 130 元' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^这次不缴/ })).toBeNull()
    await tap('把周示范加回来')
    expect(screen.getByRole('button', { name: '去缴 510 元（2 人）' })).toBeTruthy()
  })

  test.each<[OtherCoverAnswer, string]>([
    ['employee', '有职工医保，不用再缴。'],
    ['residentElsewhere', '在别处参保了，不用再缴。'],
    ['unsure', '还不清楚有没有别的医保。'],
  ])('whoever answered %s is left out, with the reason and a way to answer again', async (said, sentence) => {
    standOn('check', everybody, ['resident-whole', 'none'], ['resident-part', said])
    serve(...household)
    render(<CheckPage />)
    await screen.findByText(sentence)
    expect(screen.getByRole('button', { name: '去缴 380 元' })).toBeTruthy()
    await tap('改王样例的回答')
    expect(phone.stack).toEqual([
      '/pages/ask/index?resident=resident-part&people=resident-whole.resident-part&others=resident-free&year=2024',
    ])
  })

  test('a refusal says whom it is about', async () => {
    serve(...household, refusing('orderExists', { residentId: 'resident-part' }))
    render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    await screen.findByText('有人正在替王样例缴。先别再缴。')
  })

  test('who turns out to be enrolled already is named, with the reason, and nothing was taken', async () => {
    serve(
      ...household,
      refusing('mayNotEnroll', { reasons: ['alreadyEnrolled'], residentId: 'resident-part' }),
    )
    render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    const said = await screen.findByRole('alert')
    expect(within(said).getByText('王样例现在不能在这里缴。')).toBeTruthy()
    expect(within(said).getByText('这一年已经参保，不用再缴。')).toBeTruthy()
    expect(within(said).getByText('没有扣钱。')).toBeTruthy()
  })

  test('an own open order that holds one of them leads to that order, and no further', async () => {
    serve(...household, refusing('orderExists', { residentId: 'resident-part', orderNumber: 'SD2411200042' }))
    render(<CheckPage />)
    await tap('去缴 510 元（2 人）')
    await waitFor(() => expect(phone.stack).toEqual(['/pages/waiting/index?order=SD2411200042']))
  })

  test('more people than one payment takes: the others are told so', async () => {
    const many = Array.from({ length: mostPeople + 1 }, (_, index) => `person-${index}`)
    standOn('check', `people=${many.join('.')}&year=2024`, ...many.map((id) => [id, 'none'] as never))
    serve(...household)
    render(<CheckPage />)
    await screen.findByText('一次最多8人，下次再缴。')
    expect(screen.getByRole('button', { name: '去缴 3040 元（8 人）' })).toBeTruthy()
  })

  test('one answer that does not come is no page about the others', async () => {
    const [listing, policy] = household
    serve(listing!, policy!)
    render(<CheckPage />)
    await screen.findByText('医保局的服务，暂时打不开。过一会再试。')
    expect(screen.queryByRole('button', { name: /去缴/ })).toBeNull()
  })
})

describe('the question before paying', () => {
  const next = () => tap('下一步')
  const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }))

  test('is asked of each in turn, then all are checked together', async () => {
    standOn('ask', `resident=resident-whole&${everybody}`)
    serve(...household)
    render(<AskPage />)
    await choose(/^没有$/)
    await next()
    expect(phone.stack).toEqual([`/pages/ask/index?resident=resident-part&${everybody}`])
  })

  test('the last one leads to the check', async () => {
    standOn('ask', `resident=resident-part&${everybody}`, ['resident-whole', 'none'])
    serve(...household)
    render(<AskPage />)
    await choose(/^没有$/)
    await next()
    expect(phone.stack).toEqual([`/pages/check/index?${everybody}`])
  })

  test('who has other cover stays in sight, and the others are paid for', async () => {
    standOn('ask', `resident=resident-part&${everybody}`, ['resident-whole', 'none'])
    serve(...household)
    render(<AskPage />)
    await choose(/^有职工医保/)
    await next()
    await tap('好，先缴别人的')
    expect(phone.stack).toEqual([
      '/pages/check/index?people=resident-whole&others=resident-free.resident-part&year=2024',
    ])
  })

  test('who is not sure can be left for later', async () => {
    standOn('ask', `resident=resident-whole&${everybody}`)
    serve(...household)
    render(<AskPage />)
    await choose(/^不清楚/)
    await next()
    await tap('先缴别人的')
    expect(phone.stack).toEqual([
      '/pages/ask/index?resident=resident-part&people=resident-part&others=resident-free.resident-whole&year=2024',
    ])
  })
})

test('a family’s order that is given up leads to the same people again, with a new key', async () => {
  standOn('check', everybody, ...noneElsewhere)
  let state: 'unpaid' | 'closed' = 'unpaid'
  const asked = serve(
    ...household,
    refusing('paymentsDown'),
    answer(PaymentStatus, ({ orderNumber }) => ({
      kind: 'done',
      reply: {
        orderNumber,
        state,
        fen: 51000,
        people: [
          { residentId: 'resident-part', name: '王样例' },
          { residentId: 'resident-whole', name: '周示范' },
        ],
        coverageYear: 2024,
        asOf: '2023-11-20T04:00:00Z',
        paidAt: null,
      },
    })),
    answer(CancelPayment, ({ orderNumber }) => {
      state = 'closed'
      return { kind: 'done', reply: { orderNumber, state, asOf: '2023-11-20T04:00:00Z' } }
    }),
  )
  const check = render(<CheckPage />)
  await tap('去缴 510 元（2 人）')
  await waitFor(() => expect(started(asked)).toHaveLength(1))
  check.unmount()
  phone.stack = ['/pages/waiting/index?order=SD2411200042']
  const waiting = render(<WaitingPage />)
  await screen.findByText(/王样例、周示范，2人/)
  await tap('不缴了')
  await tap('重新去缴')
  expect(phone.stack).toEqual(['/pages/check/index?people=resident-part.resident-whole&year=2024'])
  waiting.unmount()
  render(<CheckPage />)
  await tap('去缴 510 元（2 人）')
  await waitFor(() => expect(started(asked)).toHaveLength(2))
  expect(new Set(started(asked).map(({ key }) => key)).size).toBe(2)
})
