/** 我的参保: one resident by coverage year, latest first. */
import { MyEnrollments, type EnrollmentYear } from '../../shared/contracts/myEnrollments'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { reportOf, stands, yearId, yearsOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
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
    ports.store.get<EnrollmentFields>('enrollments', yearId(residentId, coverageYear)),
    reportOf(ports, residentId, coverageYear),
  ])
  const enrolled = enrollment !== undefined && stands(enrollment)
  return {
    coverageYear,
    enrolled,
    refunded: enrollment !== undefined && !enrolled,
    awaitingTax: !enrolled && report !== undefined,
    ...shown(enrolled ? enrollment.fields : undefined),
    orderNumber: enrollment?.fields.orderNumber ?? null,
  }
}

const shown = (enrollment: EnrollmentFields | undefined) => ({
  identity: enrollment?.identity ?? null,
  paidFen: enrollment?.paidFen ?? null,
  paidAt: enrollment?.paidAt ?? null,
  coverageFrom: enrollment?.coverageFrom[0] ?? null,
  coverageTo: enrollment?.coverageTo[0] ?? null,
})
