/** What the desk says in a line: what a finding comes to, whose identities end, and of a file that was not read nothing of rows. */
import { fireEvent, render, screen } from '@testing-library/react'
import { reversal } from '../../client/src/texts/reversal'
import { Asking } from '../../client/src/workbench/reversal/Asking'
import type { CounterPaymentShown } from '../../shared/contracts/counter'
import { imports } from '../../client/src/texts/imports'
import { comesTo, match } from '../../client/src/texts/match'
import type { ImportShown } from '../../shared/contracts/imports'

test.each([
  ['lost', true, true, '今年不变'],
  ['lost', false, true, '还没参保'],
  ['lost', true, false, '通知没写'],
  ['changed', false, true, '还没参保'],
  ['onBehalf', false, true, '代缴'],
] as const)('%s, enrolled %s, stated %s: %s', (kind, isEnrolled, stated, text) => {
  expect(comesTo({ kind, fen: null, isEnrolled, stated })).toBe(text)
})

test('the identities that end are named, one or several', () => {
  const of = (...codes: string[]) => match.endsIt(codes)
  expect(of('extremePoverty')).toBe('核过以后，档案里就没有特困人员了。')
  expect(of('extremePoverty', 'orphan')).toBe('核过以后，档案里就没有特困人员、孤儿了。')
})

test.each([
  ['refused', '名单.xlsx，11月20日 10:00传', ''],
  ['uploading', '名单.xlsx，11月20日 10:00传', ''],
  ['tried', '名单.xlsx，0行，11月20日 10:00传', '0'],
] as const)('a file that is %s', (state, about, rows) => {
  const shown = { fileName: '名单.xlsx', startedAt: '2023-11-20T02:00:00Z', rows: 0, state }
  expect(imports.about(shown as ImportShown)).toBe(about)
  expect(imports.rowsOf(shown)).toBe(rows)
})

test('once a reason is chosen, nobody is told to choose one any more', () => {
  const payment = { paymentId: 'p-1', name: '王样例', fen: 38000 } as CounterPaymentShown
  render(<Asking payment={payment} onDone={() => undefined} onBack={() => undefined} />)
  fireEvent.click(screen.getByText(reversal.asking))
  expect(screen.getByText(reversal.whyFirst)).toBeDefined()
  fireEvent.click(screen.getByText('录错了人'))
  expect(screen.queryByText(reversal.whyFirst)).toBeNull()
})
