import { partNames, partOf, policyOf } from '../../client/src/more/policy/policyOf'
import { readerOf } from '../../client/src/more/policy/reader'
import type { FactShown } from '../../client/src/components/SummaryList'
import { forResidents } from '../../shared/policy/forResidents'
import type { PolicyTable } from '../../shared/policy/table'
import { allTables, tableName } from '../rules/allTables'
import { guideTables } from './guideExamples'

const tables = [
  ...allTables.map((whole) => ({ name: tableName(whole), table: forResidents(whole) })),
  ...guideTables.map((whole, index) => ({ name: `guide ${index}`, table: forResidents(whole) })),
]
const within = ({ coverageYear }: PolicyTable): string => `${coverageYear - 1}-11-20`

const sectionsOf = (table: PolicyTable, today: string) =>
  partNames.flatMap((name) => partOf(table, name, today).sections)

const factsOf = (table: PolicyTable, today: string): FactShown[] => [
  ...policyOf(table, today).notice,
  ...sectionsOf(table, today).flatMap(({ facts }) => facts),
]

const tiersOf = (table: PolicyTable, today: string) =>
  sectionsOf(table, today).flatMap(({ tiers = [] }) => tiers)

/** The table with a clause of its own at every place that has one, so that no place can hide behind another. */
function marked(node: unknown, marks: string[], path = ''): unknown {
  if (Array.isArray(node)) return node.map((item, index) => marked(item, marks, `${path}.${index}`))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => {
      if (key === 'ruling') return [key, value]
      if (!/clause$/i.test(key) && key !== 'subsidyScope' && key !== 'closedBefore') {
        return [key, marked(value, marks, `${path}.${key}`)]
      }
      const mark = `here#${path}.${key}`
      marks.push(mark)
      return [key, mark]
    }),
  )
}

describe.each(tables)('$name', ({ table }) => {
  const today = within(table)

  test('every place of the table stands behind something that can be read', () => {
    const marks: string[] = []
    const copy = marked({ ...readerOf(table, today).table, amendments: undefined }, marks) as PolicyTable
    const shown = [
      ...factsOf(copy, today).map(({ source }) => source),
      ...tiersOf(copy, today).flatMap(({ source, howSource }) => [source, howSource]),
    ].flatMap((source) => source?.clauses ?? [])
    // Who adds the fiscal share, where nobody pays it, is no resident's question (payPart.ts).
    const silent = copy.fee.flatMap(({ fiscalShareYuan }) => fiscalShareYuan?.clause ?? [])
    const isHidden = (mark: string) =>
      silent.includes(mark) && !JSON.stringify(copy.phases).includes('fiscalShare')
    expect(marks.filter((mark) => !shown.includes(mark) && !isHidden(mark))).toEqual([])
  })

  test('what the notice leaves open is said to be open, with whom to ask, and never as a figure', () => {
    const open = factsOf(table, today).filter(({ source }) => source?.sureness === 'unstated')
    for (const { lines } of open) {
      expect(lines[0]).toBe('通知未载明。')
      expect(lines[1]).toMatch(/^先问.+。$/)
    }
    const unsaid = policyOf(table, today).unsaid
    expect(unsaid).toHaveLength(
      open.length + tiersOf(table, today).filter(({ source }) => source.sureness === 'unstated').length,
    )
    for (const { source, amount } of tiersOf(table, today)) {
      if (source.sureness === 'unstated') expect(amount).toBe('未载明')
    }
  })

  test('two readings are both to be read, and that the bureau decides', () => {
    for (const { source, lines } of factsOf(table, today)) {
      if (source?.sureness !== 'readings') continue
      expect(lines.slice(0, 2)).toEqual([
        expect.stringMatching(/^一种读法：/),
        expect.stringMatching(/^另一种：/),
      ])
      expect(lines.join('')).toMatch(/哪一种对，由.+定。/)
    }
  })

  test('nothing is written in the words of the table itself', () => {
    const texts = [
      ...factsOf(table, today).flatMap(({ label, lines }) => [label, ...lines]),
      ...tiersOf(table, today).flatMap(({ who, how, amount }) => [who, how, amount]),
      ...policyOf(table, today).parts.flatMap(({ title, hint }) => [title, hint]),
    ].join('\n')
    expect(texts).not.toMatch(/undefined|null|NaN|object|unstated|yearEnd|noneOf|anyOf|[a-z]+\/\d/)
    const invented = /villageDoctor|admissionLetter|villageKiosk/g
    expect(texts.replace(invented, '').match(/\b[a-z]+[A-Z][a-zA-Z]*\b/g)).toBeNull()
  })

  test('everything on a page has a name of its own', () => {
    const { parts, unsaid, notice } = policyOf(table, today)
    const lists = [
      parts.map(({ name }) => name),
      unsaid.map(({ key }) => key),
      notice.map(({ key }) => key),
      ...partNames.map((name) => partOf(table, name, today).sections.map(({ key }) => key)),
      ...sectionsOf(table, today).map(({ facts }) => facts.map(({ key }) => key)),
      ...factsOf(table, today).map(({ lines }) => [...lines]),
    ]
    for (const keys of lists) expect(new Set(keys).size).toBe(keys.length)
  })

  test('the picture of the year holds every span, the years below fill its width', () => {
    const { spans, years } = policyOf(table, today).timeline
    expect(spans).toHaveLength(readerOf(table, today).table.phases.length + 1)
    for (const { from, to } of spans) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeGreaterThan(from)
      expect(to).toBeLessThanOrEqual(100)
    }
    expect(years.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100, 0)
  })
})

const tableCalled = (wanted: string): PolicyTable => {
  const found = tables.find(({ name }) => name === wanted)
  if (!found) throw new Error(`no table ${wanted}`)
  return found.table
}

const line = (table: PolicyTable, today: string, label: string): readonly string[] | undefined =>
  factsOf(table, today).find((fact) => fact.label === label)?.lines

test('a title that names another year is put right', () => {
  const lines = line(tableCalled('shandan/2024'), '2023-11-20', '管哪一年')
  expect(lines).toEqual(['2024年度', '标题写“2023年”，别弄混。'])
})

test('an amending notice is read from the day it takes effect, and named all the time', () => {
  const table = tableCalled('moni/2025')
  expect(line(table, '2025-02-19', '缴了还退不退')).toEqual(['可以申请退。'])
  expect(line(table, '2025-02-20', '缴了还退不退')).toEqual(['不退。'])
  expect(policyOf(table, '2025-02-20').timeline.spans[1]?.days).toBe('2025年1月1日到3月31日')
  expect(line(table, '2024-11-20', '补充通知')).toEqual([
    '《关于延长缴费期的补充通知（虚构）》，2025年2月20日起按它办。',
  ])
})

test('a ruling is stated, with who made it and when', () => {
  expect(line(tableCalled('moni/2025'), '2024-11-20', '能报销到哪天')).toEqual([
    '2025年12月31日止',
    '模拟县医保局2024年10月8日定的。',
  ])
})

test('an unstated sum has no figure on the first page', () => {
  const table = tableCalled('shandan/2024')
  const [row] = table.fee
  if (!row) throw new Error('no fee')
  const silent: PolicyTable = { ...table, fee: [{ ...row, yuan: 'unstated' }] }
  expect(policyOf(silent, '2023-11-20').hero).toMatchObject({ kind: 'unstated', value: '通知未载明。' })
})

describe('学生: school or household, as each notice says', () => {
  const linesOf = (name: string): string => {
    const found = tables.find((one) => one.name === name)
    if (!found) throw new Error(name)
    const { sections } = partOf(found.table, 'students', within(found.table))
    return sections.flatMap(({ facts }) => facts.flatMap(({ label, lines }) => [label, ...lines])).join('\n')
  }
  test('山丹 2021: the school registers those from elsewhere, and they pay themselves', () => {
    expect(linesOf('shandan/2021')).toMatch(/大中专院校学生[^]*学校统一到县医保服务中心登记，通知学生自己缴/)
  })
  test('浦北 2020: pupils with their household, students of the city by their school, poor ones at home', () => {
    const lines = linesOf('pubei/2020')
    expect(lines).toContain('随家庭户')
    expect(lines).toMatch(/学校/)
    expect(lines).toMatch(/孤儿/)
  })
  test.each(['dongxiang/2021', 'chaqi/2021', 'shandan/2024'])(
    '%s says nothing of students, and nor does the page',
    (name) => {
      expect(linesOf(name)).toMatch(/学校办，还是家里办\n通知未载明。\n先问/)
    },
  )
})
