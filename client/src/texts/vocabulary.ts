/** The Chinese names of codes: from the vocabulary, which is data, and of facts, which are the rules' own. */
import { nameOf, type Vocabulary } from '../../../shared/policy/vocabulary'
import vocabularyData from '../../../shared/policy/vocabulary.yaml'
import type { Fact } from '../../../shared/rules/person'

export const vocabulary = vocabularyData as Vocabulary

export const identityName = (code: string): string => nameOf(vocabulary, 'identities', code)
export const channelName = (code: string): string => nameOf(vocabulary, 'channels', code)
export const documentName = (code: string): string => nameOf(vocabulary, 'documents', code)

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
