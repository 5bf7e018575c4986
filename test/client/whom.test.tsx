import { whom } from '../../client/src/texts/whom'
import type { Condition } from '../../shared/policy/table'
import { guideConditions } from './guideExamples'

test('every condition of the guide has words of its own, and no code in them', () => {
  const said = guideConditions.map(whom)
  for (const words of said) {
    expect(words).not.toMatch(/[a-z]{4}|undefined|所有人/)
    expect(words.length).toBeGreaterThan(1)
  }
  expect(new Set(said).size).toBe(said.length)
})

test.each<[Condition | undefined, string]>([
  [undefined, '所有人'],
  [{ identities: ['ruralDibao/3', 'ruralDibao/4', 'orphan'] }, '农村低保（三类、四类）、孤儿'],
  [{ identities: ['ruralDibao', 'ruralDibao/4'] }, '农村低保'],
  [{ residence: ['hukou', 'hukouOtherTown'] }, '本县户籍'],
  [{ residence: ['hukouOtherTown'] }, '本县户籍（住在别的乡镇）'],
  [{ residence: { noneOf: ['none'] } }, '户口在本地，或住在本地'],
  [{ student: { noneOf: ['tertiary'] }, residence: ['permit'] }, '外地户籍（有居住证），大中专院校学生除外'],
  [{ age: { from: 18, to: 59, on: 'yearStart' } }, '满18岁，不满60岁（按1月1日算）'],
  [{ age: { from: 60 } }, '满60岁（没写按哪天算）'],
  [{ born: { from: '2025-01-01', to: '2025-12-31' } }, '2025年出生'],
  [{ born: { before: '2025-01-01' } }, '2025年1月1日以前出生'],
  [{ paid: { from: '2025-02-01', to: '2025-02-01' } }, '2025年2月1日当天缴'],
  [{ noneOf: [{ student: ['pupil'], sex: 'male' }] }, '（中小学生、幼儿园儿童，男性）除外'],
  [{ couldNotEnrollInBirthYear: true }, '出生那年没能参保'],
])('%j is said as %s', (when, said) => {
  expect(whom(when)).toBe(said)
})
