/** 我的参保: one resident by coverage year, latest first. */
import { MyEnrollments, type EnrollmentYear } from '../../shared/contracts/myEnrollments'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { enrollmentOf, reportOf, yearsOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { memberOf } from '../_residents/family'

export const myEnrollments = useCase(MyEnrollments, async ({ residentId }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const years = yearsOf(ports, member.resident.region)
  return done({ years: await Promise.all(years.map((year) => enrollmentYear(ports, residentId, year))) })
})

async function enrollmentYear(
  ports: Ports,
  residentId: string,
  coverageYear: number,
): Promise<EnrollmentYear> {
  const [enrollment, report] = await Promise.all([
    enrollmentOf(ports, residentId, coverageYear),
    reportOf(ports, residentId, coverageYear),
  ])
  const enrolled = enrollment !== undefined
  return {
    coverageYear,
    enrolled,
    awaitingTax: !enrolled && report !== undefined,
    ...shown(enrollment?.fields),
  }
}

const shown = (enrollment: EnrollmentFields | undefined) => ({
  identity: enrollment?.identity ?? null,
  paidFen: enrollment?.paidFen ?? null,
  paidAt: enrollment?.paidAt ?? null,
  coverageFrom: enrollment?.coverageFrom[0] ?? null,
  coverageTo: enrollment?.coverageTo[0] ?? null,
  orderNumber: enrollment?.orderNumber ?? null,
})
