import { fireEvent, render, screen } from '@testing-library/react'
import { version } from '../../package.json'
import ComplaintPage from '../../client/src/more/complaint/index'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { MyComplaints } from '../../shared/contracts/myComplaints'
import { Policy } from '../../shared/contracts/policy'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { answer, hash, places, serve, tableOf } from './service'
import { freshPhone } from './standIns/taro'

/** A service of a place and year that takes nothing in, so that what is sent can be seen. */
const serveOf = (place: string, day: string) =>
  serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: places(place, day) })),
    answer(Policy, () => ({ kind: 'done', reply: { table: tableOf(place), hash } })),
    answer(MyComplaints, () => ({ kind: 'done', reply: { complaints: [] } })),
    answer(SendComplaint, () => ({ kind: 'refused', refusal: 'tooMany' })),
  )

test('what the page knows goes along: where it happened, the year, the order, this version, and no person', async () => {
  freshPhone('/more/complaint/index?from=receipt&order=ORDER1234567&region=shandan&year=2024')
  const asked = serveOf('shandan/2024', '2023-11-20')
  render(<ComplaintPage />)
  fireEvent.click(await screen.findByRole('radio', { name: /^缴费、退费的钱/ }))
  expect(screen.getByText('交给县税务局。')).toBeTruthy()
  fireEvent.input(screen.getByLabelText('您要说的话'), { target: { value: '扣了两次' } })
  fireEvent.click(screen.getByRole('button', { name: '交上去' }))
  expect((await screen.findByRole('alert')).textContent).toBe('今天交得太多了。明天再交。')
  expect(asked.find(({ useCase }) => useCase === 'sendComplaint')?.request).toEqual({
    key: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    topic: 'money',
    text: '扣了两次',
    region: 'shandan',
    coverageYear: 2024,
    page: 'receipt',
    orderNumber: 'ORDER1234567',
    version,
  })
})

test('where the notice names no tax office, the page says so, and who has it instead', async () => {
  freshPhone('/more/complaint/index?from=home&region=chaqi&year=2021')
  serveOf('chaqi/2021', '2020-11-20')
  render(<ComplaintPage />)
  fireEvent.click(await screen.findByRole('radio', { name: /^缴费、退费的钱/ }))
  expect(screen.getByText('通知没写税务局怎么找，先由镇政府收。')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '有人多收钱、态度不好' }))
  expect(screen.getByText('交给县医保局。')).toBeTruthy()
})
