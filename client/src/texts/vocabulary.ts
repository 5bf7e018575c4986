/** The Chinese names of codes: from the vocabulary, which is data, and of facts, which are the rules' own. */
import { nameOf, type Vocabulary, type VocabularyKind } from '../../../shared/policy/vocabulary'
import vocabularyData from '../../../shared/policy/vocabulary.yaml'
import type { Fact } from '../../../shared/rules/person'

export const vocabulary = vocabularyData as Vocabulary

export const identityName = (code: string): string => nameOf(vocabulary, 'identities', code)
export const channelName = (code: string): string => nameOf(vocabulary, 'channels', code)
export const documentName = (code: string): string => nameOf(vocabulary, 'documents', code)
/** None of a list is called by what it means: on its own, 都不是 says nothing. */
export const nameOfCode = (kind: VocabularyKind, code: string): string =>
  code === 'none' ? (vocabulary[kind][code]?.gloss ?? code) : nameOf(vocabulary, kind, code)

/** Several codes in a row; what is more special stands behind what it belongs to: `农村低保（三类、四类）`. */
export function namesOf(kind: VocabularyKind, codes: readonly string[]): string {
  const named = codes.map((code) => partsOf(kind, code))
  const heads = [...new Set(named.map(({ head }) => head))]
  return heads.map((head) => withSpecials(named.filter((one) => one.head === head))).join('、')
}

interface Name {
  head: string
  /** A grade, or what the name itself says behind a comma. */
  special: string
  isGrade: boolean
}

function partsOf(kind: VocabularyKind, code: string): Name {
  const [base = code, grade] = code.split('/')
  const name = nameOfCode(kind, base)
  if (grade !== undefined) {
    return { head: name, special: nameOfCode(kind, code).slice(name.length), isGrade: true }
  }
  const [head = name, special = ''] = code === 'none' ? [name] : name.split('，')
  return { head, special, isGrade: false }
}

/** Whoever is meant without more is meant in every special case. */
function withSpecials(names: readonly Name[]): string {
  const [{ head, special, isGrade }, ...others] = names as [Name, ...Name[]]
  if (names.some((one) => one.special === '')) return head
  if (others.length === 0 && isGrade) return `${head}${special}`
  return `${head}（${names.map((one) => one.special).join('、')}）`
}

const facts: Record<Fact, string> = {
  residence: '户口或居住地',
  identities: '有哪些身份',
  otherCover: '有没有别的医保',
  lastCovered: '上次参保是哪一年',
  born: '出生日期',
  sex: '性别',
  student: '是不是学生',
  tier: '选哪一档',
  repairedYears: '补缴几年',
  employeeCoverEnded: '职工医保哪天停的',
  parentInsured: '父母有没有参保',
  couldNotEnrollInBirthYear: '出生那年能不能参保',
}

/** 已缴的钱: what the rules list where a payment is known without its sum. */
const paid = '缴过的钱'

/** Facts and papers that are still missing, by name. */
export const missingNames = (codes: readonly string[]): string[] =>
  codes.map((code) => {
    if (code === 'paid') return paid
    return code in facts ? facts[code as Fact] : documentName(code)
  })
