import type { Answer } from '../../shared/rules/answer'
import type { Assessment } from '../../shared/rules/assessment'
import type { PolicyInForce } from '../_ports/policies'
import type { Ports } from '../_ports/ports'
import { claimIdOf, type OrderFields, type OrderLine } from '../_orders/orderRecord'
import { childIdOf } from '../_orders/oneChild'
import { valuesOf } from '../_orders/valuesOf'
import { callerIndex } from '../_residents/family'
import type { Resident } from '../_residents/residentRecord'

/** One person to pay for, as assessed. */
export interface Payee {
  resident: Resident
  assessment: Assessment
}

/** An order as it is frozen: who, each sum, what it buys, and the table and clauses that say so. */
export function draftOrder(
  ports: Ports,
  payees: readonly Payee[],
  policy: PolicyInForce,
  { requestIndex, expiresAt }: Pick<OrderFields, 'requestIndex' | 'expiresAt'>,
): OrderFields {
  const lines = payees.map((payee) => lineOf(ports, payee, policy))
  return {
    state: 'created',
    callerIndex: callerIndex(ports),
    requestIndex,
    region: policy.region,
    coverageYear: policy.coverageYear,
    fen: lines.reduce((sum, { fen }) => sum + fen, 0),
    tableHash: policy.hash,
    lines,
    createdAt: ports.clock.now(),
    expiresAt,
    paidAt: null,
    transactionId: null,
    reservedFen: 0,
    refundedFen: 0,
  }
}

function lineOf({ cipher }: Ports, { resident, assessment }: Payee, policy: PolicyInForce): OrderLine {
  const { due, subsidyFor, coverageFrom, coverageTo, standard, subsidy } = assessment
  return {
    residentId: resident.id,
    claimId: claimIdOf(cipher, resident.idNumber, policy.coverageYear),
    childId: childIdOf(cipher, resident, policy.coverageYear),
    town: resident.town,
    fen: dueOf(assessment),
    identity: valuesOf(subsidyFor)[0] ?? null,
    coverageFrom: valuesOf(coverageFrom),
    coverageTo: valuesOf(coverageTo),
    clauses: [...new Set([standard, subsidy, due, coverageFrom, coverageTo].flatMap(clausesOf))],
    refundNumber: null,
    refundsBegun: 0,
    refundedAt: null,
  }
}

/** What is owed now, fen. @throws Error where the notice or a missing fact leaves it open: nobody may be charged then. */
export function dueOf({ due }: Assessment): number {
  if (due.kind !== 'stated') throw new Error('a sum that is not stated was about to be charged')
  return due.value
}

function clausesOf(answer: Answer<unknown>): readonly string[] {
  if (answer.kind === 'readings') return answer.readings.flatMap(({ clauses }) => clauses)
  return answer.kind === 'open' ? answer.possible.flatMap(({ clauses }) => clauses) : answer.clauses
}
