import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import type { OrderFields } from '../_orders/orderRecord'
import { valuesOf } from '../_orders/valuesOf'
import { callerIndex, type FamilyMember } from '../_residents/family'

interface Draft {
  member: FamilyMember
  policy: PolicyInForce
  assessment: Assessment
  requestIndex: string
  claimId: string
}

/** An order as it is frozen: the sum, what it buys, and the table and clauses that say so. */
export function draftOrder(
  ports: Ports,
  { member, policy, assessment, requestIndex, claimId }: Draft,
): OrderFields {
  const now = ports.clock.now()
  const { due, subsidyFor, coverageFrom, coverageTo, standard, subsidy } = assessment
  return {
    state: 'created',
    callerIndex: callerIndex(ports),
    requestIndex,
    claimId,
    residentId: member.resident.id,
    region: policy.region,
    coverageYear: policy.coverageYear,
    fen: valuesOf(due)[0] ?? 0,
    tableHash: policy.hash,
    identity: valuesOf(subsidyFor)[0] ?? null,
    coverageFrom: valuesOf(coverageFrom),
    coverageTo: valuesOf(coverageTo),
    clauses: [...new Set([standard, subsidy, due, coverageFrom, coverageTo].flatMap(clausesOf))],
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + ports.settings.orderMinutes * 60_000).toISOString(),
    paidAt: null,
    transactionId: null,
  }
}

function clausesOf(answer: Answer<unknown>): readonly string[] {
  if (answer.kind === 'readings') return answer.readings.flatMap(({ clauses }) => clauses)
  return answer.kind === 'open' ? answer.possible.flatMap(({ clauses }) => clauses) : answer.clauses
}
