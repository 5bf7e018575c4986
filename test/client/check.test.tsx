import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { keepOtherCover } from '../../client/src/device/answersKept'
import CheckPage from '../../client/src/pages/check/index'
import type { Outcome } from '../../shared/contracts/contract'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { StartPayment } from '../../shared/contracts/startPayment'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { answer, owed, places, serve, type Asked } from './service'
import { freshPhone, phone } from './standIns/taro'

const base = [
  answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') })),
  answer(WhatIOwe, () => ({
    kind: 'done',
    reply: owed(
      'shandan/2024',
      { residence: 'hukou', otherCover: 'none', identities: [{ code: 'ruralDibao/4' }], lastCovered: 2023 },
      '2023-11-20',
    ),
  })),
]
const here = '/pages/check/index?people=resident-1&year=2024'
const started = (asked: Asked[]) =>
  asked.filter(({ useCase }) => useCase === 'startPayment').map(({ request }) => request as { key: string })

beforeEach(() => {
  freshPhone(here)
  keepOtherCover('resident-1', 2024, 'none')
})

async function pay() {
  fireEvent.click(await screen.findByRole('button', { name: '去缴 130 元' }))
}

test('sends the sum it showed and the key of this device, and never a price of its own', async () => {
  const asked = serve(
    ...base,
    answer(StartPayment, () => ({ kind: 'refused', refusal: 'paymentsDown' })),
  )
  render(<CheckPage />)
  await pay()
  await screen.findByText('微信没有回应，没有扣钱。再点一次。')
  expect(started(asked)).toEqual([
    expect.objectContaining({
      people: [{ residentId: 'resident-1', expectFen: 13000 }],
      coverageYear: 2024,
      otherCover: 'none',
    }),
  ])
})

test('a second try and a reloaded page use the same key', async () => {
  const asked = serve(
    ...base,
    answer(StartPayment, () => ({ kind: 'refused', refusal: 'paymentsDown' })),
  )
  const { unmount } = render(<CheckPage />)
  await pay()
  await screen.findByText('微信没有回应，没有扣钱。再点一次。')
  await pay()
  await waitFor(() => expect(started(asked).length).toBe(2))
  unmount()
  render(<CheckPage />)
  await pay()
  await waitFor(() => expect(started(asked).length).toBe(3))
  expect(new Set(started(asked).map(({ key }) => key)).size).toBe(1)
})

test('two taps in a row ask once', async () => {
  const asked = serve(
    ...base,
    answer(StartPayment, () => ({ kind: 'refused', refusal: 'paymentsDown' })),
  )
  render(<CheckPage />)
  const button = await screen.findByRole('button', { name: '去缴 130 元' })
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByText('微信没有回应，没有扣钱。再点一次。')
  expect(started(asked).length).toBe(1)
})

test('a price that has changed is said, and nothing is paid', async () => {
  const details = { fen: 7000, residentId: 'resident-1' }
  serve(
    ...base,
    answer(StartPayment, () => ({ kind: 'refused', refusal: 'priceChanged', details })),
  )
  render(<CheckPage />)
  await pay()
  await screen.findByText('王样例的金额变了，现在是70元。')
  expect(phone.stack).toEqual([here])
})

test('a closed order is left behind with its key', async () => {
  let times = 0
  const asked = serve(
    ...base,
    answer(StartPayment, (): Outcome<typeof StartPayment> => {
      times += 1
      if (times === 1) return { kind: 'refused', refusal: 'orderClosed' }
      return { kind: 'done', reply: { kind: 'alreadyPaid', orderNumber: 'SD2411200042' } }
    }),
  )
  render(<CheckPage />)
  await pay()
  await waitFor(() => expect(phone.stack).toEqual(['/pages/receipt/index?order=SD2411200042']))
  expect(new Set(started(asked).map(({ key }) => key)).size).toBe(2)
})

test('an order that is open already leads to where it stands', async () => {
  serve(
    ...base,
    answer(StartPayment, () => ({
      kind: 'refused',
      refusal: 'orderExists',
      details: { orderNumber: 'SD2411200042' },
    })),
  )
  render(<CheckPage />)
  await pay()
  await waitFor(() => expect(phone.stack).toEqual(['/pages/waiting/index?order=SD2411200042']))
})

test('whoever was not asked about other cover is asked first', async () => {
  freshPhone(here)
  const asked = serve(...base)
  render(<CheckPage />)
  await pay()
  await waitFor(() =>
    expect(phone.stack).toEqual(['/pages/ask/index?resident=resident-1&people=resident-1&year=2024']),
  )
  expect(started(asked)).toEqual([])
})
