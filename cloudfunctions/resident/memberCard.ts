import type { MemberCard, Standing } from '../../shared/contracts/family'
import type { PublicOrderState } from '../../shared/contracts/fields'
import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { assessResident } from '../_residents/assessResident'
import { reportOf } from '../_residents/enrollmentRecord'
import type { FamilyMember } from '../_residents/family'
import { ownOrder } from './ownOrder'

/** What home says of one member for one coverage year. That they have no other cover is asked before paying, not here. */
export async function memberCard(
  ports: Ports,
  member: FamilyMember,
  policy: PolicyInForce,
): Promise<MemberCard> {
  const { id } = member.resident
  const { coverageYear } = policy
  const [{ assessment, enrollment }, order, report] = await Promise.all([
    assessResident(ports, member.resident, policy, { otherCover: 'none' }),
    ownOrder(ports, member.resident, coverageYear),
    reportOf(ports, id, coverageYear),
  ])
  const standing = standingOf(assessment, {
    enrolled: enrollment !== undefined,
    reported: report !== undefined,
    order: order?.state,
  })
  return {
    coverageYear,
    standing,
    dueFen: saidOf(assessment.due),
    deadline: saidOf(assessment.phaseTo),
    paidFen: enrollment?.fields.paidFen ?? null,
    coverageFrom: enrollment?.fields.coverageFrom[0] ?? null,
    reasons: assessment.reasons.map(({ code }) => code),
    ...(order ? { order: order.orderNumber } : {}),
  }
}

interface Progress {
  enrolled: boolean
  reported: boolean
  order: PublicOrderState | undefined
}

/** What has happened goes before what the rules say. */
function standingOf(assessment: Assessment, { enrolled, reported, order }: Progress): Standing {
  if (enrolled) return 'enrolled'
  if (order === 'confirming') return 'confirming'
  if (order === 'unpaid') return 'unpaidOrder'
  if (reported) return 'awaitingTax'
  if (assessment.reasons.some(({ code }) => code === 'paidOnBehalf')) return 'paidOnBehalf'
  if (assessment.decision === 'refused') return 'cannotEnroll'
  if (assessment.decision === 'undecided') return 'undecided'
  if (assessment.due.kind !== 'stated') return 'undecided'
  return assessment.inAppPayment ? 'toPay' : 'payElsewhere'
}

const saidOf = <T>(answer: Answer<T>): T | null => (answer.kind === 'stated' ? answer.value : null)
