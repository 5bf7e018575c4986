import { isCertificate } from '../../shared/identity/birthCertificate'
import { readIdNumber, type IdProblem } from '../../shared/identity/idNumber'
import type { CivilDay } from '../../shared/rules/civilDay'

/** The number somebody is known by, as it was typed: a child is known by its birth certificate until it has one of its own. */
export function readPersonNumber(
  typed: string,
  today: CivilDay,
): { number: string } | { problem: IdProblem } {
  const plain = typed.replace(/\s/g, '').toUpperCase()
  if (isCertificate(plain)) return { number: plain }
  const read = readIdNumber(plain, today)
  return read.kind === 'wrong' ? { problem: read.problem } : { number: read.id.number }
}
