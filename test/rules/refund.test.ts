import { allTables } from './allTables'
import { refundRulesOn } from '../../shared/rules/refund'
import type { PolicyTable } from '../../shared/policy/table'

const of = (key: string, on = '2030-01-01') => {
  const table = allTables.find(({ region, coverageYear }) => `${region}/${coverageYear}` === key)
  if (!table) throw new Error(key)
  return refundRulesOn(table, on)
}

test('a notice that gives nothing back says so for both cases, each with its clause', () => {
  const { oncePaid, onDuplicate, way } = of('dongxiang/2021')
  expect(oncePaid).toEqual({ kind: 'none', clauses: ['dongxiang-2021#三'] })
  expect(onDuplicate.kind).toBe('none')
  expect(way).toBeUndefined()
})

test('a notice that tells how and not when lets one apply, and the offices decide', () => {
  const { oncePaid, onDuplicate, way } = of('shandan/2024')
  expect(oncePaid).toMatchObject({ kind: 'application', unsaid: true })
  expect(onDuplicate).toEqual(oncePaid)
  expect(oncePaid.kind === 'application' && oncePaid.steps.map(({ office }) => office)).toEqual([
    '县税务局',
    '县医保局',
    '县医保局',
    '县财政局',
    '县医保局',
  ])
  expect(way).toEqual({ value: 'transfer', clauses: ['shandan-2024#六(四)'] })
})

test('silence is silence, and the refusal of duplicates alone refuses only those', () => {
  const { oncePaid, onDuplicate } = of('shandan/2021')
  expect(oncePaid).toEqual({ kind: 'unstated', clauses: ['shandan-2021#三(三)'], ask: 'countyBureau' })
  expect(onDuplicate.kind).toBe('none')
})

test('two readings are decided by an office, until a ruling settles them', () => {
  const [first] = allTables
  const doubt = { readings: ['none', 'application'] as ('none' | 'application')[], clause: '七' }
  const ruled = {
    ...doubt,
    ruling: { value: 'none' as const, by: '样例局', on: '2020-01-01', document: '样例1号' },
  }
  const table: PolicyTable = { ...(first as PolicyTable), refund: { oncePaid: doubt, onDuplicate: ruled } }
  const { oncePaid, onDuplicate } = refundRulesOn(table, '2030-01-01')
  expect(oncePaid.kind).toBe('unstated')
  expect(onDuplicate).toMatchObject({ kind: 'none', clauses: [`样例1号`, `${table.notice.id}#七`] })
})

test('an amending notice holds from its day on', () => {
  const before = of('moni/2025', '2020-01-01')
  const after = of('moni/2025', '2030-01-01')
  expect(before.oncePaid.kind).toBe('application')
  expect(after.oncePaid.kind).toBe('none')
})
