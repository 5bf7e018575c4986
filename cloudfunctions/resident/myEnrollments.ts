/** 参保记录: one resident by coverage year, latest first. */
import { MyEnrollments, type EnrollmentYear } from '../../shared/contracts/myEnrollments'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { paymentBehind } from '../_counter/counterPaymentRecord'
import { undoneOf, wasMistake } from '../_counter/undoneOf'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { reportOf, stands, yearId, yearsOf, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { memberOf, type FamilyMember } from '../_residents/family'
import { citedNotices, placeOf } from '../_policies/citedNotices'
import { officeToAsk } from '../_policies/officeToAsk'
import { policiesOf } from '../_policies/policiesOf'
import { recordedEnrollment } from './recordedEnrollment'

export const myEnrollments = useCase(MyEnrollments, async ({ residentId }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const { region, name, idNumber } = member.resident
  const policies = policiesOf(ports.policies, region)
  const [first, latest] = [policies[0], policies.at(-1)]
  if (!first || !latest) return refuse('noPolicy')

  const years = await Promise.all(yearsOf(ports, region).map((year) => enrollmentYear(ports, member, year)))
  return done({
    person: { name, maskedId: maskIdNumber(idNumber) },
    place: placeOf(latest.table),
    knownSince: first.coverageYear,
    years: years.filter((year) => year.coverageYear >= first.coverageYear || isRecorded(year)),
    ask: officeToAsk(latest.table),
    notices: policies.flatMap(({ table }) => citedNotices(table)),
  })
})

async function enrollmentYear(
  ports: Ports,
  member: FamilyMember,
  coverageYear: number,
): Promise<EnrollmentYear> {
  const { id } = member.resident
  const [stored, report] = await Promise.all([
    ports.store.get<EnrollmentFields>('enrollments', yearId(id, coverageYear)),
    reportOf(ports, id, coverageYear),
  ])
  const payment = stored && (await paymentBehind(ports.store, stored))
  const undone = stored && (await undoneOf(ports.store, stored, payment))
  const isMistake = stored !== undefined && wasMistake(stored, undone)
  const enrollment = isMistake ? undefined : stored
  const enrolled = enrollment !== undefined && stands(enrollment)
  return {
    coverageYear,
    enrolled,
    refunded: enrollment !== undefined && !enrolled,
    mistake: isMistake && member.knowsWhy ? (undone?.as ?? null) : null,
    awaitingTax: !enrolled && report !== undefined,
    ...(await recordedEnrollment(ports, member, enrollment, payment)),
  }
}

/** Before its first table, this service knows only what a roster or a payment says. */
const isRecorded = ({ enrolled, refunded, awaitingTax }: EnrollmentYear): boolean =>
  enrolled || refunded || awaitingTax
