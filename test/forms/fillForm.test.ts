/** 表册: each form as its notice has it, and one model out of people, whoever they are. */
import fc from 'fast-check'
import { formDefinitions } from '../../cloudfunctions/_forms/formDefinitions'
import identityNames from '../../cloudfunctions/_forms/identityNames.json'
import { formsOf, naming, offered } from '../../cloudfunctions/_forms/offeredForms'
import { loadTables, loadVocabulary } from '../../shared/policy/loadTables'
import { isDeclared, nameOf } from '../../shared/policy/vocabulary'
import { printableMm } from '../../shared/forms/paperSize'
import { titleOf } from '../../shared/forms/titleOf'
import { sampleForm, samplePeople } from './sampleForm'

const tables = loadTables('shared/policy/tables')
const tableOf = (region: string, year: number) => {
  const table = tables.find((one) => one.region === region && one.coverageYear === year)
  if (!table) throw new Error(`${region} ${year}`)
  return table
}
const pubei = tableOf('pubei', 2020)

/** Typed off the annexes once more, so that a column that moves is noticed. */
const annexes = {
  pubeiAnnex2: '序号 人员编号 姓名 身份证号码 家庭地址 特殊人群类型 备注',
  pubeiAnnex3: '序号 人员编号 姓名 身份证号码 家庭地址 城乡医保或职工医保 参保单位 备注',
  pubeiAnnex4:
    '序号 自然村名称 缴费人姓名 身份证号码 联系电话 缴费金额 缴费人签字 缴费时间 收费经办人签字 备注',
}

test.each(Object.entries(annexes))('%s has the columns of the annex, in its order', (key, columns) => {
  const definition = formDefinitions.find((one) => one.key === key)
  expect(definition?.columns.map(({ title }) => title).join(' ')).toBe(columns)
  expect(definition?.namedBy).toMatchObject([{ notice: 'pubei-2020', printed: true }])
})

test('the fields around the tables are those of the annexes', () => {
  const labels = (key: string) => {
    const form = formDefinitions.find((one) => one.key === key)
    return [form?.head, form?.foot].map((fields) => fields?.map(({ label }) => label).join(' '))
  }
  expect(labels('pubeiAnnex2')).toEqual(['填报单位 填报时间', '审核人 填表人 联系电话'])
  expect(labels('pubeiAnnex3')).toEqual(['填报单位 填报时间', '审核人 填表人 联系电话'])
  expect(labels('pubeiAnnex4')).toEqual(['填报单位（盖章） 填表人 联系电话', ''])
})

test.each([
  ['pubeiAnnex2', '2020年泉水镇建档立卡贫困人口特殊人群花名册'],
  ['pubeiAnnex3', '2020年泉水镇建档立卡贫困人口异地参加基本医疗人员花名册'],
  ['pubeiAnnex4', '泉水镇旧州村委（社区）2020年度基本医疗人员缴费清册'],
])('%s is titled as the annex is, its blanks filled in', (key, title) => {
  const definition = formDefinitions.find((one) => one.key === key)
  const filled = { town: '泉水镇', village: '旧州村', year: '2020' }
  expect(titleOf(definition?.title ?? '', filled)).toBe(title)
  expect(titleOf(definition?.title ?? '', { year: '2020' })).toContain('＿＿＿＿')
})

test('a place is offered its own notice’s forms and the common ones, never another county’s', () => {
  const keys = (region: string, year: number) => formsOf(tableOf(region, year)).map(({ key }) => key)
  const common = [
    ...['villageSheet', 'taxRegister', 'subsidyRoster', 'paidOnBehalfRoster'],
    ...['fullSubsidyCertificate', 'registrationForm'],
  ]
  expect(keys('pubei', 2020)).toEqual([...Object.keys(annexes), ...common])
  for (const table of tables.filter(({ region }) => region !== 'pubei'))
    expect(keys(table.region, table.coverageYear)).toEqual(common)
  const origins = (region: string, year: number) =>
    formsOf(tableOf(region, year)).map((form) => offered(tableOf(region, year), form).origin)
  expect(origins('dongxiang', 2021)).toEqual(['named', 'own', 'named', 'own', 'named', 'own'])
  expect(origins('chaqi', 2021)).toEqual(Array.from({ length: 6 }, () => 'own'))
  const [first] = formsOf(pubei)
  expect(first && offered(pubei, first).clauses).toEqual(['pubei-2020#附件2', 'pubei-2020#六(二)1'])
})

test('every form fits its paper, and a seal its box', () => {
  for (const { key, columns, paper, boxes, namedBy } of formDefinitions) {
    const width = columns.reduce((sum, { mm }) => sum + mm, 0)
    expect([key, width <= printableMm(paper)]).toEqual([key, true])
    expect(Math.min(...boxes.flatMap(({ widthMm, heightMm }) => [widthMm, heightMm]))).toBeGreaterThanOrEqual(
      25,
    )
    const notices = tables.map(({ notice }) => notice.id)
    expect(namedBy.filter(({ notice }) => !notices.includes(notice))).toEqual([])
  }
})

test('identities are called as the vocabulary calls them', () => {
  const vocabulary = loadVocabulary('shared/policy/vocabulary.yaml')
  for (const [code, name] of Object.entries(identityNames))
    expect(nameOf(vocabulary, 'identities', code)).toBe(name)
  for (const [code, { grades = {} }] of Object.entries(vocabulary.identities))
    for (const each of [code, ...Object.keys(grades).map((grade) => `${code}/${grade}`)])
      expect(Object.keys(identityNames)).toContain(each)
  for (const { identities = [] } of formDefinitions)
    for (const code of identities) expect(isDeclared(vocabulary, 'identities', code)).toBe(true)
})

test('sums are whole fen over all volumes, stand in the last one, and are left to whoever fills rows in by hand', () => {
  const paid = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(paid, fc.integer({ min: 0, max: 3 }), (fens, blankRows) => {
      const people = samplePeople(
        fens.map((fen) => ({ paid: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}` })),
      )
      const total = (number: number) =>
        sampleForm('villageSheet', people, { blankRows, volume: { number, of: 2, before: 0, all: people } })
          .sheets[0]?.total
      const sum = BigInt(fens.reduce((all, fen) => all + fen, 0))
      expect(total(1)).toBeNull()
      expect(total(2)?.[0]).toBe('合计')
      expect(total(2)?.[7]).toBe(blankRows > 0 ? '' : `${sum / 100n}.${String(sum % 100n).padStart(2, '0')}`)
    }),
  )
})

test('one page for each person, one for each household, and blank ones for writing by hand', () => {
  const people = samplePeople([{}, {}, {}]).map((person, index) => ({
    ...person,
    household: index < 2 ? 'one' : null,
  }))
  const pages = (key: string, who = people, blankRows = 0) => sampleForm(key, who, { blankRows }).sheets
  expect(pages('fullSubsidyCertificate')).toHaveLength(3)
  expect(pages('registrationForm').map(({ rows }) => rows.length)).toEqual([2, 1])
  expect(pages('registrationForm', [], 4).map(({ rows }) => rows.map(([serial]) => serial))).toEqual([
    ['1', '2', '3', '4'],
  ])
  expect(pages('fullSubsidyCertificate', [])[0]?.facts[0]).toEqual({ label: '姓名', text: '' })
  expect(pages('villageSheet', people, 2)[0]?.rows.map(([serial]) => serial)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ])
})

test('a form that no notice prints says so on the paper', () => {
  expect(naming(pubei, formDefinitions[0] ?? never())?.printed).toBe(true)
  expect(sampleForm('villageSheet', [], { source: '本地通知没有印这张表。' }).sheets[0]?.notes).toContain(
    '本地通知没有印这张表。',
  )
})

const never = (): never => {
  throw new Error('no forms')
}
