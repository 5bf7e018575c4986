import { vocabulary } from './vocabulary'

/** A paper (证明) in words: what it proves, in which direction, and who issues it. */
export interface Proof {
  name: string
  /** Left out for everyday papers, which prove who one is. */
  proves?: string
  /** Left out where everybody has it at home. */
  from?: string
}

type Words = Omit<Proof, 'name'>

/** The service's own words. Two papers point in opposite directions: not enrolled there, and enrolled there. */
const words: Record<string, (year: number) => Words> = {
  idCard: () => ({}),
  householdRegister: () => ({}),
  socialSecurityCard: () => ({}),
  nonEnrollmentCertificate: (year) => ({
    proves: `证明在户籍地没参加${year}年度医保`,
    from: '户籍地的医保部门',
  }),
  elsewhereEnrollmentVoucher: (year) => ({
    proves: `证明在外地已参加${year}年度医保`,
    from: '参保那个地方的医保部门',
  }),
  unpaidElsewhereStatement: (year) => ({
    proves: `保证没在别处缴${year}年度医保`,
    from: '您本人写',
  }),
  residencePermit: () => ({ proves: '证明住在本地', from: '居住地的公安机关' }),
  otherResidenceProof: () => ({ proves: '证明在本地长住' }),
  propertyDeed: () => ({ proves: '证明在本地有住房' }),
  villageCertificate: () => ({ proves: '证明住在这个村（社区）', from: '居住地的村委会、社区' }),
  registrationForm: () => ({ proves: '写明要在这里参保', from: '登记的地方' }),
}

/** A code without words of ours is explained by the vocabulary, which is data. */
export function proofOf(code: string, coverageYear: number): Proof {
  const { name, gloss } = vocabulary.documents[code] ?? { name: code, gloss: '' }
  return { name, ...(words[code]?.(coverageYear) ?? (gloss ? { proves: gloss } : {})) }
}
