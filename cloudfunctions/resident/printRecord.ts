/** 打印参保记录: a page that says what this service has recorded, with a code by which anybody sees whether it still holds. */
import { PrintRecord } from '../../shared/contracts/printRecord'
import { done, refuse, useCase } from '../_ports/useCase'
import { issueCertificate } from '../_certificates/certificateRecord'
import { recordSheet } from '../_certificates/recordSheet'
import { paymentBehind } from '../_counter/counterPaymentRecord'
import { enrollmentOf } from '../_residents/enrollmentRecord'
import { memberOf } from '../_residents/family'
import { officeToAsk } from '../_policies/officeToAsk'
import { policiesOf } from '../_policies/policiesOf'
import { recordedEnrollment } from './recordedEnrollment'

export const printRecord = useCase(PrintRecord, async ({ residentId, coverageYear }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  // A roster may know a year that has no table: place and office are the same in the latest one.
  const latest = policiesOf(ports.policies, member.resident.region).at(-1)
  if (!latest) return refuse('noPolicy')
  const enrollment = await enrollmentOf(ports, residentId, coverageYear)
  if (!enrollment) return refuse('notEnrolled')
  const payment = await paymentBehind(ports.store, enrollment)
  const record = await recordedEnrollment(ports, member, enrollment, payment)
  if (!record.told) return refuse('notTold')

  const token = await issueCertificate(ports, enrollment)
  const sheet = recordSheet({
    resident: member.resident,
    coverageYear,
    record,
    place: latest.table.place.name,
    office: officeToAsk(latest.table).name,
    printedOn: ports.clock.today(),
    demo: ports.settings.demo,
    missing: await ports.printer.missing(member.resident.name),
    checkAt: ports.printer.checkAt(token),
  })
  const pdf = Buffer.from(await ports.printer.print(sheet)).toString('base64')
  return done({ fileName: `canbao-${coverageYear}.pdf`, pdf })
})
