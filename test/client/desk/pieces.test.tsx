/** What all of the desk’s pages are made of: buttons tapped twice, days half typed, files not chosen. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Button } from '../../../client/src/components/Button'
import { DayField } from '../../../client/src/components/DayField'
import { imports as importWords } from '../../../client/src/texts/imports'
import AuditPage from '../../../client/src/workbench/audit'
import { ExportButton } from '../../../client/src/workbench/ExportButton'
import { Begin } from '../../../client/src/workbench/imports/Begin'
import TodayPage from '../../../client/src/workbench/today'
import { ListAudit } from '../../../shared/contracts/listAudit'
import { TownDaysWaiting } from '../../../shared/contracts/townDay'
import { DeskWaiting } from '../../../shared/contracts/deskWaiting'
import { answer, serve } from '../service'
import { comeBack, freshPhone, phone } from '../standIns/taro'
import { click, done, me } from './lateAnswers'

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
