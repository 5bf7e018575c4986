import { ruleFor, type RefundReason } from '../../shared/contracts/refund'
import type { ServicePorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { refundWords } from './refundWords'

/** Where and for which coverage year something was paid. */
export interface PaidFor {
  region: string
  coverageYear: number
}

/** What the notice says today about giving this money back. @throws Error where nothing is in force: it was paid by a table. */
export function refundRulesFor({ policies, clock }: ServicePorts, { region, coverageYear }: PaidFor) {
  const policy = policies.inForce(region, coverageYear)
  if (!policy) throw new Error(`${region} ${coverageYear} has lost its table`)
  return refundWords(policy.table, clock.today())
}

/** Why nobody may apply for this reason, with its clause, or whom to ask; undefined where the notice lets one. */
export function whyNoRefund(ports: ServicePorts, paidFor: PaidFor, reason: RefundReason) {
  const rule = ruleFor(refundRulesFor(ports, paidFor), reason)
  const { clauses } = rule
  if (rule.kind === 'none') return refuse('noRefund', { clauses })
  if (rule.kind === 'application') return undefined
  const { name, phone } = rule.ask
  return refuse('refundUnstated', { ask: name, clauses, ...(phone === null ? {} : { phone }) })
}
