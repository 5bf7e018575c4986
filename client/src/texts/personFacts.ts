/** What is known of a person, and who said it, in words. */
import type { CorrectionReason, SourceShown } from '../../../shared/contracts/person'
import { fullDay, moment } from './figures'
import { imports } from './imports'
import { identityName, nameOfCode } from './vocabulary'

const parts: Readonly<Record<string, string>> = {
  name: '姓名',
  idNumber: '证件号码',
  town: '乡镇',
  village: '村（社区）',
  household: '户编号',
  address: '住址',
  phone: '联系电话',
  account: '一卡通账号',
  residence: '户籍或居住',
  otherCover: '别的医保',
  lastCovered: '上次参保',
  student: '是不是学生',
  identities: '身份',
  ended: '停用的身份',
}

/** What a fact is about; each identity is one of its own. */
export const partName = (part: string): string => parts[part.split('.')[0] ?? ''] ?? parts.identities ?? part

const valueOf: Readonly<Record<string, (value: string) => string>> = {
  residence: (code) => nameOfCode('residence', code),
  otherCover: (code) => nameOfCode('otherCover', code),
  student: (code) => nameOfCode('student', code),
  lastCovered: (year) => (year === 'never' ? '从来没有' : `${year}年度`),
  identities: (code) => (code === 'none' ? '没有受资助的身份' : code.split(' ').map(withSince).join('、')),
  identity: identityName,
  ended: identityName,
}

const withSince = (text: string): string => {
  const [code = '', since] = text.split('@')
  return since ? `${identityName(code)}（${since}起）` : identityName(code)
}

/** A value in words: codes by their names, everything else as it stands. */
export const valueName = (part: string, value: string): string =>
  (valueOf[part] ?? valueOf[part.split('.')[0] ?? ''] ?? ((text: string) => text))(value)

const kinds: Record<SourceShown['kind'], string> = {
  import: '名册导入',
  guardian: '监护人登记',
  correction: '经办更正',
  merge: '两份合成一份',
  demonstration: '演示数据',
}

export const sourceName = ({ kind, roster, row, by, at }: SourceShown): string =>
  [
    roster === null ? kinds[kind] : imports.kinds[roster].name,
    fullDay(moment(at).day),
    row === null ? null : `第${row}行`,
    by,
  ]
    .filter((text) => text !== null)
    .join(' · ')

export const reasons: Record<CorrectionReason, string> = {
  misspelt: '录入时写错了',
  householdRegister: '以户口簿为准',
  moved: '搬家、迁户',
  proofSeen: '看过证明材料',
  personSays: '本人说明',
  officeSays: '部门来文',
  other: '别的原因',
}
