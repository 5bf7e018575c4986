/** 我的参保: one resident by coverage year, latest first. */
import { MyEnrollments, type EnrollmentYear } from '../../shared/contracts/myEnrollments'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { reportOf, stands, yearId, yearsOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { memberOf, type FamilyMember } from '../_residents/family'
import { shownEnrollment } from './shownEnrollment'

export const myEnrollments = useCase(MyEnrollments, async ({ residentId }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const years = yearsOf(ports, member.resident.region)
  return done({ years: await Promise.all(years.map((year) => enrollmentYear(ports, member, year))) })
})

async function enrollmentYear(
  ports: Ports,
  member: FamilyMember,
  coverageYear: number,
): Promise<EnrollmentYear> {
  const { id } = member.resident
  const [enrollment, report] = await Promise.all([
    ports.store.get<EnrollmentFields>('enrollments', yearId(id, coverageYear)),
    reportOf(ports, id, coverageYear),
  ])
  const enrolled = enrollment !== undefined && stands(enrollment)
  const shown = await shownEnrollment(ports, member, enrollment?.fields)
  return {
    coverageYear,
    enrolled,
    refunded: enrollment !== undefined && !enrolled,
    awaitingTax: !enrolled && report !== undefined,
    ...(enrolled ? shown : await shownEnrollment(ports, member, undefined)),
    orderNumber: shown.orderNumber,
  }
}
