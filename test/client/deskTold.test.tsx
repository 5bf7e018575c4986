/** What the desk says, and no longer says: what a finding comes to, whose identities end, what stood in the way until it was answered. */
import { fireEvent, render, screen } from '@testing-library/react'
import { reversal } from '../../client/src/texts/reversal'
import { NoteForm } from '../../client/src/workbench/missing/NoteForm'
import { Preview } from '../../client/src/workbench/forms/Preview'
import { Asking } from '../../client/src/workbench/reversal/Asking'
import type { CounterPaymentShown } from '../../shared/contracts/counter'
import { duplicates } from '../../client/src/texts/duplicates'
import { forms } from '../../client/src/texts/forms'
import { special } from '../../client/src/texts/special'
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

test('in a note of a special group each missing thing is said until it is there, and no longer', () => {
  const nothing = () => undefined
  render(<NoteForm residentId="r-1" coverageYear={2024} lists={[]} onDone={nothing} onCancel={nothing} />)
  const note = () => fireEvent.click(screen.getByText(special.note))
  note()
  expect(screen.getByText(special.groupMissing)).toBeDefined()
  fireEvent.click(screen.getByText('异地参保'))
  expect(screen.queryByText(special.groupMissing)).toBeNull()
  note()
  fireEvent.click(screen.getByText(special.schemes.employee))
  expect(screen.queryByText(special.elsewhereMissing)).toBeNull()
  note()
  fireEvent.input(screen.getByLabelText(special.insuredAt), { target: { value: '样例制衣厂' } })
  expect(screen.queryByText(special.elsewhereMissing)).toBeNull()
  note()
  expect(screen.getByText(special.evidenceMissing)).toBeDefined()
  fireEvent.input(screen.getByLabelText(special.evidence), { target: { value: '样例1号' } })
  expect(screen.queryByText(special.evidenceMissing)).toBeNull()
})

test.each([0, 2])('a form with %s people warns of ID numbers only where it holds any', (people) => {
  const form = {
    name: '样例表',
    paper: { size: 'A4', orientation: 'portrait' },
    rowMm: 8,
    sheets: [],
    watermark: '',
  } as const
  const shown = { formId: 'f-1', form: { ...form, sheets: [] }, people, volumes: 1 }
  render(<Preview shown={shown} />)
  expect(screen.queryByText(forms.private) !== null).toBe(people > 0)
})

test('where no other county knows anybody, that is said, and no number', () => {
  expect(duplicates.elsewhere(0)).toBe('本县的人，别的县都没有档案。')
  expect(duplicates.elsewhere(1200)).toMatch(/^本县有1,200人，/)
})
