/** What becomes of the desk when an answer comes late, twice, or to something else than what is on the page by then. */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { Button } from '../../client/src/components/Button'
import { DayField } from '../../client/src/components/DayField'
import { accounts as accountWords } from '../../client/src/texts/accounts'
import { complaintDesk as complaintWords } from '../../client/src/texts/complaintDesk'
import { counter as counterWords } from '../../client/src/texts/counter'
import { forms as formWords } from '../../client/src/texts/forms'
import { imports as importWords } from '../../client/src/texts/imports'
import { townDay as townDayWords } from '../../client/src/texts/townDay'
import { workbench as workbenchWords } from '../../client/src/texts/workbench'
import AccountsPage from '../../client/src/workbench/accounts'
import AuditPage from '../../client/src/workbench/audit'
import ComplaintDeskPage from '../../client/src/workbench/complaintDesk'
import CounterPage from '../../client/src/workbench/counter'
import { ExportButton } from '../../client/src/workbench/ExportButton'
import { FormsView } from '../../client/src/workbench/forms/FormsView'
import { Begin } from '../../client/src/workbench/imports/Begin'
import TodayPage from '../../client/src/workbench/today'
import TownDayPage from '../../client/src/workbench/townDay'
import { type ListForms, ListVillages, PrepareForm, PreviewForm } from '../../shared/contracts/forms'
import type { Contract, Outcome, ReplyOf, RequestOf } from '../../shared/contracts/contract'
import {
  EnterCounterPayment,
  FindAtCounter,
  ListCounterPayments,
  WithdrawCounterPayment,
  type AtCounter,
} from '../../shared/contracts/counterPayments'
import type { CounterPaymentShown } from '../../shared/contracts/counter'
import { ListAudit } from '../../shared/contracts/listAudit'
import {
  EndAccount,
  InviteStaff,
  ListAccounts,
  OpenAccount,
  type AccountShown,
} from '../../shared/contracts/staffAccounts'
import { AnswerComplaint, ListComplaints, type ComplaintOnDesk } from '../../shared/contracts/staffComplaints'
import {
  CloseTownDay,
  TownDayAccount,
  TownDaysWaiting,
  TownMonth,
  type TownDayLine,
} from '../../shared/contracts/townDay'
import { DeskWaiting } from '../../shared/contracts/deskWaiting'
import { ListReversals } from '../../shared/contracts/counterReversals'
import { WhoAmI } from '../../shared/contracts/whoAmI'
import { answer, serve } from './service'
import { comeBack, freshPhone, phone } from './standIns/taro'

const done = <C extends Contract>(reply: ReplyOf<C>): Outcome<C> => ({ kind: 'done', reply })

const me = (role: ReplyOf<typeof WhoAmI>['role'], town: string | null = null) =>
  answer(WhoAmI, () =>
    done<typeof WhoAmI>({
      ...{ role, name: '李经办', region: 'shandan', placeName: '山丹县', town },
      ...{ coverageYear: 2024, today: '2023-12-20', imports: [], demo: false },
    }),
  )

/** Answers to one use case that wait until a test gives them, in whatever order. */
function held<C extends Contract>(contract: C) {
  const waiting: { request: RequestOf<C>; give: (outcome: Outcome<C>) => void }[] = []
  const answers = {
    [contract.name]: (request: unknown) =>
      new Promise((give) => waiting.push({ request: request as RequestOf<C>, give })),
  }
  /** Gives the answer to the one that was asked at this place, counted from nought. */
  const give = async (at: number, outcome: Outcome<C>) => {
    await waitFor(() => expect(waiting.length).toBeGreaterThan(at))
    await act(async () => waiting[at]?.give(outcome))
  }
  return { answers, give, waiting }
}

const click = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('a form', () => {
  const offered: ReplyOf<typeof ListForms> = {
    coverageYear: 2024,
    forms: [
      {
        ...{ key: 'subsidyRoster', name: '样例花名册', origin: 'own', clauses: [], check: null },
        ...{ perVillage: false, hasRows: true, period: false },
      },
    ],
    towns: ['清泉镇', '位奇镇'],
    notices: [],
  }
  const preview = (title: string): Outcome<typeof PreviewForm> =>
    done<typeof PreviewForm>({
      people: 1,
      volumes: 1,
      form: {
        ...{ name: '样例花名册', paper: { size: 'A4', orientation: 'portrait' }, rowMm: 8, watermark: '' },
        sheets: [
          {
            ...{ titles: [title], head: [], facts: [], columns: [], rows: [], total: null },
            ...{ notes: [], foot: [], boxes: [] },
          },
        ],
      },
    })
  const ready = (formId: string) => done<typeof PrepareForm>({ formId, state: 'ready', looked: 1, people: 1 })
  const villages = answer(ListVillages, ({ town }) =>
    done<typeof ListVillages>({ villages: [`${town}一村`] }),
  )
  const [first, second] = ['a'.repeat(64), 'b'.repeat(64)]
  const choose = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } })

  test('that comes once another town is chosen is not shown under that town', async () => {
    const previews = held(PreviewForm)
    serve(
      villages,
      answer(PrepareForm, () => ready(first)),
      previews.answers,
    )
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    click(formWords.look)
    await waitFor(() => expect(previews.waiting).toHaveLength(1))
    choose(formWords.town, '位奇镇')
    await previews.give(0, preview('清泉镇的花名册'))
    expect(screen.queryByText('清泉镇的花名册')).toBeNull()
    expect(screen.getByRole('button', { name: formWords.look })).toBeDefined()
  })

  test('is made anew at once for what was chosen while another was being made', async () => {
    const preparing = held(PrepareForm)
    serve(
      villages,
      preparing.answers,
      answer(PreviewForm, ({ formId }) => preview(formId === second ? '位奇镇的花名册' : '清泉镇的花名册')),
    )
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    click(formWords.look)
    await waitFor(() => expect(preparing.waiting).toHaveLength(1))
    choose(formWords.town, '位奇镇')
    click(formWords.look)
    await preparing.give(1, ready(second))
    await preparing.give(0, ready(first))
    expect(await screen.findByText('位奇镇的花名册')).toBeDefined()
    expect(screen.queryByText('清泉镇的花名册')).toBeNull()
  })

  test('is offered for the villages of the town that is chosen, and of no other meanwhile', async () => {
    const asked = held(ListVillages)
    serve(asked.answers)
    render(<FormsView offered={offered} />)
    choose(formWords.town, '清泉镇')
    await asked.give(0, done<typeof ListVillages>({ villages: ['清泉一村'] }))
    expect(screen.getByText('清泉一村')).toBeDefined()
    choose(formWords.town, '位奇镇')
    expect(screen.queryByText('清泉一村')).toBeNull()
  })
})

describe('accounts', () => {
  const account = (staffId: string, more: Partial<AccountShown> = {}): AccountShown => ({
    ...{ staffId, name: `同事${staffId}`, role: 'finance', town: null, imports: [], state: 'open' },
    ...{ openedAt: '2023-11-20T02:00:00Z', was: [], invitedUntil: null, mayConfirm: false, mayChange: true },
    ...more,
  })
  const list = (accounts: AccountShown[], cursor?: string) =>
    done<typeof ListAccounts>({
      ...{ accounts, towns: [], needTwo: [], ofWholeRegion: ['finance'] },
      ...(cursor === undefined ? {} : { cursor }),
    })
  const nameField = () => screen.getByLabelText<HTMLInputElement>(accountWords.open.name)
  const openFor = async (name: string) => {
    fireEvent.click(screen.getByRole('radio', { name: workbenchWords.roles.finance }))
    fireEvent.input(nameField(), { target: { value: name } })
    click(accountWords.open.save)
    await screen.findByText(accountWords.done)
  }

  test('one after another is opened, each with a key of its own, from a later page too', async () => {
    const keys: string[] = []
    serve(
      me('bureau'),
      answer(ListAccounts, ({ cursor }) =>
        cursor === undefined ? list([account('s-1')], 'next') : list([account('s-2')]),
      ),
      answer(OpenAccount, ({ key }) => {
        keys.push(key)
        return done<typeof OpenAccount>({ account: account('s-3') })
      }),
    )
    render(<AccountsPage />)
    fireEvent.click(await screen.findByRole('button', { name: accountWords.more }))
    await screen.findByText('同事s-2')
    await openFor('赵样例')
    await waitFor(() => expect(nameField().value).toBe(''))
    await openFor('钱样例')
    await waitFor(() => expect(new Set(keys).size).toBe(2))
  })

  test('a name that is being typed stays when a colleague’s account comes into the list', async () => {
    let accounts = [account('s-1')]
    serve(
      me('bureau'),
      answer(ListAccounts, () => list(accounts)),
      answer(EndAccount, () => done<typeof EndAccount>({ account: account('s-1', { state: 'ended' }) })),
    )
    render(<AccountsPage />)
    fireEvent.input(await screen.findByLabelText(accountWords.open.name), { target: { value: '孙样' } })
    accounts = [account('s-9'), account('s-1', { state: 'ended', mayChange: false })]
    click(accountWords.of(accountWords.end, '同事s-1'))
    click(accountWords.endYes)
    await screen.findByText('同事s-9')
    expect(nameField().value).toBe('孙样')
    expect(screen.queryByText(accountWords.endSure('同事s-1'))).toBeNull()
  })

  test('a second invitation does not say that it was copied', async () => {
    serve(
      me('bureau'),
      answer(ListAccounts, () => list([account('s-1'), account('s-2')])),
      answer(InviteStaff, ({ staffId }) =>
        done<typeof InviteStaff>({
          account: account(staffId),
          token: `token-of-${staffId}`,
          endsAt: '2023-12-27T02:00:00Z',
        }),
      ),
    )
    render(<AccountsPage />)
    const invite = async (staffId: string) => {
      fireEvent.click(
        await screen.findByRole('button', { name: accountWords.of(accountWords.invite, `同事${staffId}`) }),
      )
      await screen.findByText(`token-of-${staffId}`)
    }
    await invite('s-1')
    click(accountWords.token.copy)
    await screen.findByText(accountWords.token.copied)
    await invite('s-2')
    expect(screen.queryByText(accountWords.token.copied)).toBeNull()
  })
})

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

describe('a town’s days', () => {
  const line = (date: string, fen: number, more: Partial<TownDayLine> = {}): TownDayLine => ({
    ...{ date, state: 'open', payments: 1, fen, heldFen: 0, reversals: 0, reversedFen: 0 },
    ...{ reversedHeldFen: 0, depositedFen: 0, difference: null, closed: null, confirmed: null },
    ...more,
  })
  const account = (date: string, fen: number): Outcome<typeof TownDayAccount> =>
    done<typeof TownDayAccount>({
      ...{ town: '清泉镇', line: line(date, fen), byChannel: [], byClerk: [], deposits: [], payments: [] },
      ...{ reversedSince: [], reversals: [], may: { deposit: false, close: true, confirm: false } },
    })
  const nobodyAsked = answer(ListReversals, () => done<typeof ListReversals>({ reversals: [] }))
  const month = (...days: TownDayLine[]) =>
    done<typeof TownMonth>({ town: '清泉镇', towns: ['清泉镇'], days, today: '2023-12-20' })

  test('of one month do not stand under the name of another', async () => {
    freshPhone('/workbench/townDay/index')
    const months = held(TownMonth)
    serve(
      me('clerk', '清泉镇'),
      nobodyAsked,
      months.answers,
      answer(TownDayAccount, ({ date }) => account(date, 0)),
    )
    render(<TownDayPage />)
    await months.give(0, month(line('2023-12-18', 76_000)))
    await screen.findByText(townDayWords.month(2023, 12))
    expect(screen.getByRole('img', { name: /^12月18日/ })).toBeDefined()
    click(townDayWords.before)
    expect(screen.getByText(townDayWords.month(2023, 11))).toBeDefined()
    expect(screen.queryByRole('img', { name: /^12月18日/ })).toBeNull()
  })

  test('that changed meanwhile are read again, so that they can be closed as they are now', async () => {
    freshPhone('/workbench/townDay/index')
    let fen = 38_000
    const seen: number[] = []
    serve(
      me('clerk', '清泉镇'),
      nobodyAsked,
      answer(TownMonth, () => month(line('2023-12-20', fen))),
      answer(TownDayAccount, ({ date }) => account(date, fen)),
      answer(CloseTownDay, (request) => {
        seen.push(request.seen.fen)
        fen = 76_000
        return seen.length === 1
          ? { kind: 'refused', refusal: 'changed' }
          : done<typeof CloseTownDay>({ town: '清泉镇', line: line('2023-12-20', fen, { state: 'closed' }) })
      }),
    )
    render(<TownDayPage />)
    fireEvent.click(await screen.findByRole('button', { name: townDayWords.close }))
    expect(await screen.findByText(townDayWords.closeRefusals.changed)).toBeDefined()
    await waitFor(() => expect(screen.getAllByText('760').length).toBeGreaterThan(0))
    click(townDayWords.close)
    await waitFor(() => expect(seen).toEqual([38_000, 76_000]))
  })

  test('open at the town that waits, where somebody answers for several', async () => {
    freshPhone(`/workbench/townDay/index?date=2023-12-18&town=${encodeURIComponent('位奇镇')}`)
    const asked = serve(
      me('bureau'),
      nobodyAsked,
      answer(TownMonth, ({ town }) =>
        done<typeof TownMonth>({ town, towns: ['清泉镇', '位奇镇'], days: [], today: '2023-12-20' }),
      ),
      answer(TownDayAccount, ({ date }) => account(date, 0)),
    )
    render(<TownDayPage />)
    await screen.findByText(townDayWords.heading('位奇镇'))
    expect(asked).toContainEqual({
      useCase: TownDayAccount.name,
      request: { town: '位奇镇', date: '2023-12-18' },
    })
  })
})

test('whoever comes back to what waits today is shown what is left of it', async () => {
  let waiting = 2
  serve(
    me('clerk', '清泉镇'),
    answer(DeskWaiting, () =>
      done<typeof DeskWaiting>({
        refunds: [],
        complaints: [],
        proofs: { count: waiting, more: false, oldest: '2023-12-01T02:00:00Z' },
      }),
    ),
    answer(TownDaysWaiting, () => done<typeof TownDaysWaiting>({ toClose: [], toConfirm: [], reversals: 0 })),
  )
  render(<TodayPage />)
  expect(await screen.findByText('2')).toBeDefined()
  waiting = 1
  act(comeBack)
  expect(await screen.findByText('1')).toBeDefined()
  expect(screen.queryByText('2')).toBeNull()
})

test('a day of the audit is chosen on the page: whoever types one keeps the cursor', async () => {
  freshPhone('/workbench/audit/index')
  const asked = serve(
    me('bureau'),
    answer(ListAudit, () =>
      done<typeof ListAudit>({ events: [], chain: { checked: null, fault: null, head: null } }),
    ),
  )
  render(<AuditPage />)
  const field = await screen.findByLabelText('看哪一天')
  for (const value of ['0002-12-01', '0202-12-01', '2022-12-01'])
    fireEvent.input(field, { target: { value } })
  await waitFor(() => expect(asked.at(-1)?.request).toEqual({ day: '2022-12-01' }))
  expect(screen.getByLabelText('看哪一天')).toBe(field)
  expect(phone.stack).toEqual(['/workbench/audit/index'])
  expect(asked.filter(({ useCase }) => useCase === ListAudit.name)).toHaveLength(2)
})

test('a day whose year is not typed to its end is none yet', () => {
  const heard: string[] = []
  render(<DayField id="day" label="哪天" hint="" day="" onDay={(day) => heard.push(day)} />)
  for (const value of ['0002-12-01', '2020-12-01'])
    fireEvent.input(screen.getByLabelText('哪天'), { target: { value } })
  expect(heard).toEqual(['none', '2020-12-01'])
})

test('the second click of a double click does not fall on what stands there by then', () => {
  const taken: string[] = []
  const show = (name: string) => <Button text="受理" onTap={() => taken.push(name)} />
  const { rerender } = render(show('第一笔'))
  fireEvent.click(screen.getByRole('button'), { detail: 1 })
  rerender(show('第二笔'))
  fireEvent.click(screen.getByRole('button'), { detail: 2 })
  expect(taken).toEqual(['第一笔'])
  fireEvent.click(screen.getByRole('button'), { detail: 1 })
  expect(taken).toEqual(['第一笔', '第二笔'])
})

test('whoever chose no file may choose again, where the browser does not say so either', () => {
  render(<Begin kinds={['population']} coverageYear={2024} />)
  const opened = jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined)
  click(importWords.begin.choose)
  click(importWords.begin.choose)
  expect(opened).toHaveBeenCalledTimes(2)
  opened.mockRestore()
})

test('an export that is tapped twice is made once, and one that is refused says what to do', async () => {
  const ask = jest.fn(async () => ({ kind: 'refused' as const, refusal: 'tooMany' }))
  render(<ExportButton text="导出" fileName="样例.csv" ask={ask} refusals={{}} />)
  click('导出')
  click('导出')
  expect(await screen.findByText('点得太多了。过一会再试。')).toBeDefined()
  expect(ask).toHaveBeenCalledTimes(1)
})
