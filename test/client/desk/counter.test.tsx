/** 录缴费: answers that come once something else is on the page. */
import { fireEvent, render, screen } from '@testing-library/react'
import { counter as counterWords } from '../../../client/src/texts/counter'
import CounterPage from '../../../client/src/workbench/counter'
import {
  EnterCounterPayment,
  FindAtCounter,
  ListCounterPayments,
  WithdrawCounterPayment,
  type AtCounter,
} from '../../../shared/contracts/counterPayments'
import type { CounterPaymentShown } from '../../../shared/contracts/counter'
import { answer, serve } from '../service'
import { click, done, held, me } from './lateAnswers'

describe('the counter', () => {
  const payment = (number: string, more: Partial<CounterPaymentShown> = {}): CounterPaymentShown => ({
    ...{
      paymentId: number.repeat(64),
      state: 'entered',
      residentId: 'resident-1',
      name: '王样例',
      maskedId: null,
    },
    ...{ coverageYear: 2024, receipt: `P-${number}`, fen: 38_000, paidOn: '2023-12-20', channel: 'bank' },
    ...{ leftToBureau: false, bookedOn: '2023-12-20', enteredBy: '李经办' },
    ...{ enteredAt: '2023-12-20T02:00:00Z', mayWithdraw: true, mayReverse: false },
    ...more,
  })
  const found: AtCounter = {
    ...{ residentId: 'resident-2', name: '马样例', maskedId: '6207****21', stop: null, sums: [38_000] },
    ...{ leftToBureau: false, unknown: [], clauses: [], papers: [], paid: null, channels: ['bank'] },
    ...{ coverageFrom: [], notices: [], ask: { name: '县医保局', phone: null } },
  }
  const mine = (payments: CounterPaymentShown[], cursor?: string) =>
    answer(ListCounterPayments, () =>
      done<typeof ListCounterPayments>({ payments, ...(cursor === undefined ? {} : { cursor }) }),
    )
  const find = async () => {
    fireEvent.input(await screen.findByLabelText(counterWords.name), { target: { value: '马样例' } })
    fireEvent.input(screen.getByLabelText(counterWords.idNumber), { target: { value: '620725199001011234' } })
    click(counterWords.find)
    fireEvent.input(await screen.findByLabelText(counterWords.receipt), { target: { value: 'P-100' } })
  }
  const receipt = () => screen.getByLabelText<HTMLInputElement>(counterWords.receipt)

  test('a mistake of before is withdrawn without losing the receipt that is being typed', async () => {
    serve(
      me('clerk', '清泉镇'),
      mine([payment('1')]),
      answer(FindAtCounter, () => done<typeof FindAtCounter>(found)),
      answer(WithdrawCounterPayment, () =>
        done<typeof WithdrawCounterPayment>({ payment: payment('1', { state: 'withdrawn' }) }),
      ),
    )
    render(<CounterPage />)
    await find()
    click(counterWords.withdrawOf('王样例', 'P-1'))
    fireEvent.click(screen.getByText(counterWords.reasons.otherPerson.text))
    click(counterWords.withdrawSure)
    await screen.findByText(counterWords.withdrawn)
    expect(receipt().value).toBe('P-100')
  })

  test('nobody goes on to the next person before it is known whether this payment is taken down', async () => {
    const entering = held(EnterCounterPayment)
    serve(
      me('clerk', '清泉镇'),
      mine([]),
      answer(FindAtCounter, () => done<typeof FindAtCounter>(found)),
      entering.answers,
    )
    render(<CounterPage />)
    await find()
    click(counterWords.enter('380元'))
    click(counterWords.other)
    expect(screen.getByText(counterWords.stillEntering)).toBeDefined()
    await entering.give(0, { kind: 'refused', refusal: 'receiptUsed' })
    expect(screen.getByText(counterWords.stops.receiptUsed)).toBeDefined()
    click(counterWords.other)
    expect(await screen.findByLabelText(counterWords.name)).toBeDefined()
  })

  test.each([
    ['the whole day', undefined, counterWords.mineSum('2', '760元')],
    ['one page of several', 'next', counterWords.mineSumOfPage('2', '760元')],
  ])('the sum is said to be of %s', async (_of, cursor, sentence) => {
    serve(me('clerk', '清泉镇'), mine([payment('1'), payment('2')], cursor))
    render(<CounterPage />)
    expect(await screen.findByText(sentence)).toBeDefined()
  })

  test('what was entered on one day does not stand under another', async () => {
    const asked = held(ListCounterPayments)
    serve(me('clerk', '清泉镇'), asked.answers)
    render(<CounterPage />)
    await asked.give(0, done<typeof ListCounterPayments>({ payments: [payment('1')] }))
    await screen.findByText(/王样例/)
    fireEvent.input(screen.getByLabelText(counterWords.mineDay), { target: { value: '2023-12-19' } })
    expect(screen.queryByText(/王样例/)).toBeNull()
  })
})
