import { refundRulesOn } from '../../shared/rules/refund'
import type { ServicePorts } from '../_ports/ports'
import type { Refund } from './refundRecord'

/** The way back that the notice states for this refund's region and year, or null where the bureau chooses. */
export function wayStated({ policies, clock }: ServicePorts, { id, fields }: Refund) {
  const policy = policies.inForce(fields.region, fields.coverageYear)
  if (!policy) throw new Error(`refund ${id} has lost its table`)
  const { way } = refundRulesOn(policy.table, clock.today())
  // What never came by WeChat cannot go back by it, whatever way the notice states for what did.
  if (fields.counterPayment !== null)
    return { way: 'transfer' as const, clauses: way?.value === 'transfer' ? [...way.clauses] : [] }
  if (!way) return null
  return {
    way: way.value === 'original' ? ('wechat' as const) : ('transfer' as const),
    clauses: [...way.clauses],
  }
}
