/** Queues of the desk: answers that come once something else is open. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { complaintDesk as complaintWords } from '../../../client/src/texts/complaintDesk'
import ComplaintDeskPage from '../../../client/src/workbench/complaintDesk'
import {
  AnswerComplaint,
  ListComplaints,
  type ComplaintOnDesk,
} from '../../../shared/contracts/staffComplaints'
import { answer, serve } from '../service'
import { freshPhone } from '../standIns/taro'
import { click, done, held, me } from './lateAnswers'

describe('a queue', () => {
  const complaint = (complaintId: string): ComplaintOnDesk => ({
    ...{ complaintId, kind: 'money', state: 'handling', desk: 'town', coverageYear: 2024, page: 'home' },
    ...{
      version: '',
      orderNumber: null,
      text: `来件${complaintId}`,
      recorded: null,
      says: null,
      person: null,
    },
    ...{ answer: null, sentAt: '2023-12-01T02:00:00Z', asOf: '2023-12-01T02:00:00Z', mayAct: true },
  })
  const page = (complaints: ComplaintOnDesk[], cursor?: string) =>
    done<typeof ListComplaints>({ complaints, ...(cursor === undefined ? {} : { cursor }) })
  const answered = (complaintId: string) =>
    done<typeof AnswerComplaint>({ complaintId, state: 'answered', desk: 'town' })
  const atHandling = async () => {
    freshPhone('/workbench/complaintDesk/index?desk=town')
    render(<ComplaintDeskPage />)
    fireEvent.click(await screen.findByRole('button', { name: complaintWords.states.handling }))
  }
  const write = async (text: string) =>
    fireEvent.input(await screen.findByLabelText(complaintWords.answerLabel), { target: { value: text } })

  test('whoever opened another one before the answer was there stays with it and with what they typed', async () => {
    const asked = held(AnswerComplaint)
    let waiting = ['complaint-1', 'complaint-2', 'complaint-3']
    serve(
      me('clerk', '清泉镇'),
      answer(ListComplaints, () => page(waiting.map(complaint))),
      asked.answers,
    )
    await atHandling()
    await write('答一')
    click(complaintWords.answer)
    const lines = screen.getAllByRole('listitem')
    fireEvent.click(within(lines[2] as HTMLElement).getByRole('button'))
    await screen.findByText('来件complaint-3')
    await write('正在写的答复')
    waiting = ['complaint-2', 'complaint-3']
    await asked.give(0, answered('complaint-1'))
    await screen.findByText(complaintWords.moved)
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
    expect(screen.getByText('来件complaint-3')).toBeDefined()
    expect(screen.getByLabelText<HTMLTextAreaElement>(complaintWords.answerLabel).value).toBe('正在写的答复')
  })

  test('a later page on which all is done leads back to what still waits before it', async () => {
    let later = ['complaint-2']
    serve(
      me('clerk', '清泉镇'),
      answer(ListComplaints, ({ cursor }) =>
        cursor === undefined ? page([complaint('complaint-1')], 'next') : page(later.map(complaint)),
      ),
      answer(AnswerComplaint, ({ complaintId }) => {
        later = []
        return answered(complaintId)
      }),
    )
    await atHandling()
    fireEvent.click(await screen.findByRole('button', { name: complaintWords.more }))
    await screen.findByText('来件complaint-2')
    await write('答二')
    click(complaintWords.answer)
    expect(await screen.findByText('来件complaint-1')).toBeDefined()
    expect(screen.queryByText(complaintWords.nothing)).toBeNull()
  })
})
