import type { CivilDay } from '../../shared/rules/civilDay'
import { owedAfterRecognition } from '../_match/owedTo'
import { supplementOf } from '../_match/supplementRecord'
import type { ServicePorts } from '../_ports/ports'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { Resident } from '../_residents/residentRecord'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import type { FormYear } from './knownPerson'

/** 缴费后认定: somebody who had paid before they were recognised, and how far what is owed to them has come. */
export interface LaterRecognised {
  paidFen: number
  /** As the rules say on the day of the form; null where the notice does not. */
  owedFen: number | null
  /** What the bureau has put on the list of supplements; null before it has. */
  agreedFen: number | null
  /** What the finance office has paid to the card, and when; null before it has. */
  paidOut: { fen: number; on: CivilDay } | null
}

/** Undefined where they were recognised before they paid, have not paid, or the rules say that nothing follows. */
export async function laterRecognised(
  { store }: ServicePorts,
  { id, facts }: Resident,
  enrollment: EnrollmentFields | undefined,
  { policy, coverageYear, today }: FormYear,
): Promise<LaterRecognised | undefined> {
  const known = { facts, enrollment, before: null, ended: [] }
  const found = owedAfterRecognition({ table: policy.table, on: today, known })
  if (!found || enrollment === undefined || enrollment.paidFen === null) return undefined
  const agreed = await supplementOf(store, id, coverageYear)
  const paid = (await subsidyPaymentOf(store, id, coverageYear))?.fields
  return {
    paidFen: enrollment.paidFen,
    owedFen: found.fen,
    agreedFen: agreed?.fields.fen ?? null,
    paidOut: paid ? { fen: paid.fen, on: paid.paidOn } : null,
  }
}
