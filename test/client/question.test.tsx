import { fireEvent, render, screen } from '@testing-library/react'
import QuestionPage from '../../client/src/pages/question/index'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import { answer, hash, places, serve, tableOf } from './service'
import { freshPhone, phone } from './standIns/taro'

const listing = answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', '2023-11-20') }))
const policy = answer(Policy, () => ({ kind: 'done', reply: { table: tableOf('shandan/2024'), hash } }))
const figure = () => document.querySelector('.live__n')?.textContent

beforeEach(() => freshPhone('/pages/question/index?region=shandan&year=2024'))

test('the sum narrows with the answers, on this device: nothing but the table is asked for', async () => {
  const asked = serve(listing, policy)
  render(<QuestionPage />)
  await screen.findByRole('heading', { name: '有下面哪些身份？' })
  expect(figure()).toBe('0–380 元')
  fireEvent.click(screen.getByRole('checkbox', { name: /农村低保，三类、四类/ }))
  expect(figure()).toBe('130 元')
  fireEvent.click(screen.getByRole('checkbox', { name: /农村低保，一类、二类/ }))
  expect(figure()).toBe('70 元')
  fireEvent.click(screen.getByRole('checkbox', { name: '都没有' }))
  expect(figure()).toBe('380 元')
  fireEvent.click(screen.getByRole('button', { name: '看结果' }))
  await screen.findByRole('button', { name: '认一认，去缴费' })
  expect(asked.map(({ useCase }) => useCase).sort()).toEqual(['listPlaces', 'policy'])
})

test('who comes back finds the answers and the sum, and can start anew', async () => {
  serve(listing, policy)
  const { unmount } = render(<QuestionPage />)
  await screen.findByRole('heading', { name: '有下面哪些身份？' })
  fireEvent.click(screen.getByRole('checkbox', { name: /农村低保，三类、四类/ }))
  unmount()
  const again = render(<QuestionPage />)
  await screen.findByRole('checkbox', { name: /农村低保，三类、四类/, checked: true })
  expect(figure()).toBe('130 元')
  fireEvent.click(screen.getByRole('button', { name: '看结果' }))
  again.unmount()
  render(<QuestionPage />)
  fireEvent.click(await screen.findByRole('button', { name: '改回答' }))
  expect(figure()).toBe('0–380 元')
  expect([...phone.storage.keys()].filter((key) => key.startsWith('question'))).toEqual([])
})

test('pressed too early, it says what is missing and goes nowhere', async () => {
  serve(listing, policy)
  render(<QuestionPage />)
  await screen.findByRole('heading', { name: '有下面哪些身份？' })
  fireEvent.click(screen.getByRole('button', { name: '看结果' }))
  expect(screen.getByRole('alert').textContent).toBe('先选一个，再往下。')
})

test('不清楚 keeps the whole range', async () => {
  serve(listing, policy)
  render(<QuestionPage />)
  await screen.findByRole('heading', { name: '有下面哪些身份？' })
  fireEvent.click(screen.getByRole('checkbox', { name: /不清楚/ }))
  expect(figure()).toBe('0–380 元')
})
