import type { MemberCard, Standing } from '../../shared/contracts/family'
import type { PublicOrderState } from '../../shared/contracts/fields'
import type { Owing } from '../../shared/contracts/owing'
import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { assessResident } from '../_residents/assessResident'
import { reportOf } from '../_residents/enrollmentRecord'
import type { FamilyMember } from '../_residents/family'
import { ownOrder } from './ownOrder'
import { owingOf } from './owingOf'
import { shownEnrollment } from './shownEnrollment'

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
  const { paidFen, coverageFrom } = await shownEnrollment(ports, member, enrollment?.fields)
  const progress = {
    enrolled: enrollment !== undefined,
    reported: report !== undefined,
    order: order?.state,
  }
  return {
    coverageYear,
    ...(member.knowsWhy ? whole(assessment, progress) : withoutWhy(owingOf(assessment), progress)),
    paidFen,
    coverageFrom,
    ...(order ? { order: order.orderNumber } : {}),
  }
}

interface Progress {
  enrolled: boolean
  reported: boolean
  order: PublicOrderState | undefined
}

type Said = Pick<MemberCard, 'standing' | 'dueFen' | 'deadline' | 'reasons'>

const whole = (assessment: Assessment, progress: Progress): Said => ({
  standing: whatHappened(progress) ?? standingOf(assessment),
  dueFen: saidOf(assessment.due),
  deadline: saidOf(assessment.phaseTo),
  reasons: assessment.reasons.map(({ code }) => code),
})

const withoutWhy = (owing: Owing, progress: Progress): Said => ({
  standing: whatHappened(progress) ?? byDecision(owing),
  dueFen: owing.dueFen,
  deadline: owing.deadline,
  reasons: owing.reasons,
})

/** What has happened goes before what the rules say. */
function whatHappened({ enrolled, reported, order }: Progress): Standing | undefined {
  if (enrolled) return 'enrolled'
  if (order === 'confirming') return 'confirming'
  if (order === 'unpaid') return 'unpaidOrder'
  return reported ? 'awaitingTax' : undefined
}

function standingOf(assessment: Assessment): Standing {
  if (assessment.reasons.some(({ code }) => code === 'paidOnBehalf')) return 'paidOnBehalf'
  if (assessment.decision === 'mayEnroll' && assessment.due.kind !== 'stated') return 'undecided'
  return byDecision(assessment)
}

function byDecision({ decision, inAppPayment }: Pick<Owing, 'decision' | 'inAppPayment'>): Standing {
  if (decision === 'refused') return 'cannotEnroll'
  if (decision === 'undecided') return 'undecided'
  return inAppPayment ? 'toPay' : 'payElsewhere'
}

const saidOf = <T>(answer: Answer<T>): T | null => (answer.kind === 'stated' ? answer.value : null)
