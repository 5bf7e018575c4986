/** 我缴过了: back from an official channel. Kept as 待税务确认; nobody is enrolled by saying so. */
import { ReportPaidElsewhere } from '../../shared/contracts/reportPaidElsewhere'
import { done, refuse, useCase } from '../_ports/useCase'
import { assessResident } from '../_residents/assessResident'
import { yearId, type PaidElsewhereFields } from '../_residents/enrollmentRecord'
import { callerIndex, memberOf } from '../_residents/family'

export const reportPaidElsewhere = useCase(ReportPaidElsewhere, async (request, ports) => {
  const { residentId, coverageYear, channel } = request
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const policy = ports.policies.inForce(member.resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const { assessment, enrollment } = await assessResident(ports, member.resident, policy)
  if (enrollment) return refuse('alreadyPaid')
  const { channels } = assessment
  if (channels.kind === 'stated' && !channels.value.includes(channel)) return refuse('unknownChannel')

  const fields: PaidElsewhereFields = {
    channel,
    reportedAt: ports.clock.now(),
    callerIndex: callerIndex(ports),
  }
  const id = yearId(residentId, coverageYear)
  const standing = await ports.store.get<PaidElsewhereFields>('paidElsewhere', id)
  if (!standing) await ports.store.insert('paidElsewhere', id, fields)
  return done({ state: 'awaitingTax', asOf: standing?.fields.reportedAt ?? fields.reportedAt })
})
