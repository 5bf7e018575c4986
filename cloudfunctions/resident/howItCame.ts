import type { Answer } from '../../shared/rules/answer'
import type { Ports } from '../_ports/ports'
import { valuesOf } from '../_orders/valuesOf'
import { assessResident } from '../_residents/assessResident'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { Resident } from '../_residents/residentRecord'

/**
 * The clauses behind an enrollment's days of cover, the subsidy behind its sum, and where the notice has the whole paid for them. Neither was frozen: they are worked out
 * for the day of the payment, and told only where the table still gives the very days and the very sum that were.
 */
export async function howItCame(
  ports: Ports,
  resident: Resident,
  { way, coverageYear, coverageFrom, coverageTo, paidOn, paidFen }: EnrollmentFields,
): Promise<{ coverClauses: string[]; subsidyFen: number | null; onBehalfClauses: string[] }> {
  const policy = ports.policies.inForce(resident.region, coverageYear)
  if (!policy || paidOn === null) return { coverClauses: [], subsidyFen: null, onBehalfClauses: [] }
  const { assessment } = await assessResident(ports, resident, policy, { otherCover: 'none' }, paidOn)
  const { subsidy, charge, settlement } = assessment
  const isOnBehalf = way === 'onBehalf' && settlement.kind === 'stated' && settlement.value === 'paidOnBehalf'
  const sameCover = same(assessment.coverageFrom, coverageFrom) && same(assessment.coverageTo, coverageTo)
  const given = subsidy.kind === 'stated' && charge.kind === 'stated' ? subsidy.value : null
  const sameSum = given !== null && valuesOf(charge)[0] === given + (paidFen ?? NaN)
  return {
    coverClauses: sameCover ? clausesOf(assessment.coverageFrom, assessment.coverageTo) : [],
    subsidyFen: sameSum ? given : null,
    onBehalfClauses: isOnBehalf ? [...settlement.clauses] : [],
  }
}

const same = (answer: Answer<string>, frozen: readonly string[]): boolean =>
  valuesOf(answer).join() === frozen.join()

const clausesOf = (...answers: Answer<string>[]): string[] => [
  ...new Set(
    answers.flatMap((answer) => {
      if (answer.kind === 'readings') return answer.readings.flatMap(({ clauses }) => [...clauses])
      return answer.kind === 'open' ? [] : [...answer.clauses]
    }),
  ),
]
