import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import RemindPage from '../../client/src/more/remind/index'
import { remind as words } from '../../client/src/texts/remind'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { MyReminders, reminderKind, RemindMe, type ReminderOffer } from '../../shared/contracts/reminder'
import { answer, places, serve } from './service'
import { freshPhone } from './standIns/taro'

const listed = answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') }))

const offer = (change: Partial<ReminderOffer> = {}): ReminderOffer => ({
  kind: 'deadline',
  template: 'template-1',
  state: 'open',
  lastDay: '2023-12-31',
  sendOn: '2023-12-24',
  ...change,
})

const offering = (...offers: ReminderOffer[]) =>
  answer(MyReminders, () => ({ kind: 'done', reply: { name: '王样例', offers } }))

function openPage(...answers: Parameters<typeof serve>) {
  freshPhone('/more/remind/index?people=resident-1&year=2024')
  const asked = serve(listed, ...answers)
  render(<RemindPage />)
  return asked
}

test.each(reminderKind.options)('%s says what it is about, and its button says for whom', async (kind) => {
  openPage(offering(offer({ kind })))
  await screen.findByText(words.kinds[kind])
  expect(screen.getByRole('button', { name: words.askOf('王样例', words.kinds[kind]) })).toBeDefined()
})

test.each(['wanted', 'declined', 'over'] as const)(
  '%s: the state is said, and nobody is asked again',
  async (state) => {
    openPage(offering(offer({ state })))
    await screen.findByText(words[state])
    expect(screen.queryByRole('button', { name: /^提醒我一次/ })).toBeNull()
  },
)

test('what waits for something to happen names no day', async () => {
  openPage(offering(offer({ kind: 'refund', lastDay: null, sendOn: null })))
  await screen.findByText(words.whenItHappens)
  expect(screen.queryByText(/发给您。$/)?.textContent).toBe(words.whenItHappens)
})

test('a double tap is one answer', async () => {
  const asked = openPage(
    offering(offer()),
    answer(RemindMe, () => ({ kind: 'done', reply: { offer: offer({ state: 'wanted' }) } })),
  )
  const button = await screen.findByRole('button', { name: /^提醒我一次/ })
  fireEvent.click(button)
  fireEvent.click(button)
  await waitFor(() => expect(asked.filter(({ useCase }) => useCase === 'myReminders')).toHaveLength(2))
  expect(asked.filter(({ useCase }) => useCase === 'remindMe')).toEqual([
    {
      useCase: 'remindMe',
      request: { residentId: 'resident-1', coverageYear: 2024, kind: 'deadline', accepted: true },
    },
  ])
})

test('an occasion that has passed meanwhile is said, in words', async () => {
  openPage(
    offering(offer()),
    answer(RemindMe, () => ({ kind: 'refused', refusal: 'nothingToRemind' })),
  )
  fireEvent.click(await screen.findByRole('button', { name: /^提醒我一次/ }))
  expect((await screen.findByRole('alert')).textContent).toContain(words.tooLate)
})
