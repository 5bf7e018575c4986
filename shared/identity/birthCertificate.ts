/**
 * 出生医学证明编号: a letter for the edition and nine digits, in use since 1996 and unchanged in the seventh edition
 * (2023). There is no check digit, so a slip of typing can only be seen in the form. A temporary identity for a child
 * that has no ID number yet.
 */
export type CertificateProblem = 'certificateLength' | 'certificateForm'

export type ReadCertificate =
  { kind: 'valid'; number: string } | { kind: 'wrong'; problem: CertificateProblem }

const form = /^[A-Z]\d{9}$/

/** Reads what somebody typed; spaces are dropped and a small letter is taken as a capital. */
export function readCertificate(typed: string): ReadCertificate {
  const number = typed.replace(/\s/g, '').toUpperCase()
  if (number.length !== 10) return { kind: 'wrong', problem: 'certificateLength' }
  return form.test(number) ? { kind: 'valid', number } : { kind: 'wrong', problem: 'certificateForm' }
}

/** True for the number of a birth certificate, which stands where an ID number would. */
export const isCertificate = (number: string): boolean => form.test(number)
