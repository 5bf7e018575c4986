import { fireEvent, render, screen } from '@testing-library/react'
import ResultPage from '../../client/src/pages/result/index'
import { DisputeEnrollment } from '../../shared/contracts/disputeEnrollment'
import { ListPlaces } from '../../shared/contracts/listPlaces'
import { Policy } from '../../shared/contracts/policy'
import { WhatIOwe } from '../../shared/contracts/whatIOwe'
import { answer, hash, owed, places, serve, tableOf } from './service'
import { freshPhone } from './standIns/taro'

const day = '2023-11-20'
const dispute = {
  state: 'received' as const,
  since: '2023-11-20T02:30:00.000Z',
  office: { name: '县医保局', phone: null },
  answer: null,
}

/** The service knows this person for an employee, until told otherwise; `said` is what reached it. */
function serveEmployee(recorded: boolean) {
  let said = false
  const person = { residence: 'hukou', identities: [], otherCover: 'employee' as const }
  return serve(
    answer(ListPlaces, () => ({ kind: 'done', reply: places('shandan/2024', day) })),
    answer(Policy, () => ({ kind: 'done', reply: { table: tableOf('shandan/2024'), hash } })),
    answer(WhatIOwe, () => ({
      kind: 'done',
      reply: {
        ...owed('shandan/2024', person, day),
        ...(recorded ? { recorded: 'employee' as const } : {}),
        ...(said ? { dispute } : {}),
      },
    })),
    answer(DisputeEnrollment, () => {
      said = true
      return { kind: 'done', reply: { dispute } }
    }),
  )
}

beforeEach(() => freshPhone('/pages/result/index?resident=resident-1&year=2024'))

test('a record that is wrong is disputed in two taps; then since when, and which office', async () => {
  const asked = serveEmployee(true)
  render(<ResultPage />)
  await screen.findByText('觉得记录不对？')
  fireEvent.click(screen.getByRole('button', { name: '请医保部门核对' }))
  expect((await screen.findByRole('alert')).textContent).toBe('先选哪里不对，再交。')
  fireEvent.click(screen.getByRole('radio', { name: '以前有，现在停了' }))
  fireEvent.click(screen.getByRole('button', { name: '请医保部门核对' }))
  await screen.findByText('由县医保局核对。核对前先别缴。')
  expect(screen.getByText(/^2023年11月20日.*10:30.*交的异议，正在核对。$/)).toBeTruthy()
  expect(screen.queryByText('觉得记录不对？')).toBeNull()
  expect(asked.find(({ useCase }) => useCase === 'disputeEnrollment')?.request).toEqual({
    residentId: 'resident-1',
    coverageYear: 2024,
    says: 'ended',
  })
})

test('where the resident only said so themselves, there is no record to dispute', async () => {
  serveEmployee(false)
  render(<ResultPage />)
  await screen.findByText('有职工医保，不用再缴。')
  expect(screen.queryByText('觉得记录不对？')).toBeNull()
})
