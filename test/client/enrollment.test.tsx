import { render, screen } from '@testing-library/react'
import EnrollmentPage from '../../client/src/more/enrollment/index'
import { enrollment as words } from '../../client/src/texts/enrollment'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { MyEnrollments, payer, type EnrollmentYear } from '../../shared/contracts/myEnrollments'
import { answer, places, serve } from './service'
import { freshPhone } from './standIns/taro'

const listed = answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') }))

const enrolled: EnrollmentYear = {
  coverageYear: 2024,
  enrolled: true,
  refunded: false,
  mistake: null,
  awaitingTax: false,
  coverageFrom: ['2024-01-01'],
  coverageTo: ['2024-12-31'],
  coverClauses: [],
  told: true,
  source: 'order',
  counter: null,
  onBehalfClauses: [],
  identity: 'none',
  paidBy: 'caller',
  paidFen: 38000,
  subsidyFen: 0,
  paidAt: '2023-11-20T02:00:00Z',
  toCard: null,
  refund: null,
  refunds: null,
  orderNumber: 'SD2411200042',
}

async function open(change: Partial<EnrollmentYear>) {
  freshPhone('/more/enrollment/index?resident=resident-1&year=2024')
  const reply = {
    person: { name: '王样例', maskedId: '6207****21' },
    place: { region: 'yangli', name: '样例县' },
    knownSince: 2024,
    years: [{ ...enrolled, ...change }],
    ask: { name: '样例县医保局', phone: null },
    notices: [],
  }
  serve(
    listed,
    answer(MyEnrollments, () => ({ kind: 'done', reply })),
  )
  render(<EnrollmentPage />)
  await screen.findByText('王样例 6207****21')
}

const prints = () => screen.queryByRole('button', { name: words.print }) !== null

test.each(payer.options)('paid by %s', async (paidBy) => {
  await open({ paidBy, orderNumber: paidBy === 'caller' ? 'SD2411200042' : null })
  expect(screen.getByText(words.payers[paidBy])).toBeDefined()
  expect(screen.queryByRole('button', { name: words.receipt }) !== null).toBe(paidBy === 'caller')
  expect(prints()).toBe(true)
})

test('a roster that names no days and no sum is said to name none', async () => {
  const unknown = { identity: null, paidBy: null, paidFen: null, subsidyFen: null, paidAt: null }
  await open({ ...unknown, source: 'roster', coverageFrom: [], coverageTo: [] })
  expect(screen.getByText(words.rosterSays)).toBeDefined()
  expect(screen.getByText(words.coverUnstated)).toBeDefined()
})

test('two readings of the first day are both shown', async () => {
  await open({ coverageFrom: ['2024-03-01', '2024-04-01'], coverageTo: ['2024-12-31'] })
  expect(screen.getByText('2024年3月1日到2024年12月31日，或者2024年4月1日到2024年12月31日')).toBeDefined()
})

test('who may not know is told so, and prints nothing', async () => {
  const hidden = {
    told: false,
    source: null,
    identity: null,
    paidBy: null,
    paidFen: null,
    paidAt: null,
  } as const
  await open({ ...hidden, subsidyFen: null, orderNumber: null })
  expect(screen.getByText(words.hidden)).toBeDefined()
  expect(prints()).toBe(false)
})

test('money on the benefit card, and a refund under way, stand there with their day', async () => {
  const refund = { number: 'R-0-1', stage: 'accepted', cause: 'application', rejection: null } as const
  await open({
    toCard: { fen: 16000, on: '2023-12-03' },
    refund: { ...refund, fen: 38000, asOf: '2023-12-01T02:00:00Z' },
  })
  expect(screen.getByText('160 元，2023年12月3日')).toBeDefined()
  expect(screen.getByText('380元，税务局已受理')).toBeDefined()
})

test.each([
  ['refunded', { refunded: true }],
  ['awaitingTax', { awaitingTax: true }],
  ['notFound', {}],
] as const)('a year that is %s says so and is not printed', async (state, change) => {
  await open({ enrolled: false, coverageFrom: [], coverageTo: [], ...change })
  expect(screen.getByText(words.states[state])).toBeDefined()
  expect(prints()).toBe(false)
})

test('what a counter took down by mistake and undid says so, with its day and why: nobody takes it for standing', async () => {
  const mistake = { how: 'reversed', on: '2023-12-03', reason: 'otherSum' } as const
  const none = { told: true, source: null, identity: null, paidBy: null, paidFen: null, subsidyFen: null }
  await open({
    enrolled: false,
    coverageFrom: [],
    coverageTo: [],
    ...none,
    paidAt: null,
    orderNumber: null,
    mistake,
  })
  expect(screen.getByText(words.states.notFound)).toBeDefined()
  expect(screen.getByText('柜台录过一笔，2023年12月3日撤了：录错了金额。不算参保。')).toBeDefined()
  expect(screen.getByText(words.mistakeText)).toBeDefined()
  expect(prints()).toBe(false)
})
