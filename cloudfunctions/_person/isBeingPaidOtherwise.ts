import { assess } from '../../shared/rules/assess'
import { claimIdOf, freeClaim, type ClaimFields, type OrderFields } from '../_orders/orderRecord'
import { isBeingPaid } from '../_orders/orderStates'
import { canonicalJson } from '../_ports/canonicalJson'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { openResident, type ResidentFields } from '../_residents/residentRecord'

/**
 * Whether somebody is paying for this person right now, for a year in which the correction would change what is due or whether
 * they may enroll. Inside the transaction that corrects: the claim of such a year is written, so that an order made at the same moment
 * must look again.
 */
export async function isBeingPaidOtherwise(
  { cipher, clock, policies }: StaffPorts,
  documents: Documents,
  before: Stored<ResidentFields>,
  after: Stored<ResidentFields>,
): Promise<boolean> {
  const { idNumber, facts: earlier, region } = openResident(cipher, before)
  const { facts: later } = openResident(cipher, after)
  const answerOn = (policy: PolicyInForce, facts: typeof earlier): string => {
    const { decision, due } = assess(policy.table, facts, clock.today())
    return canonicalJson({ decision, due })
  }
  for (const policy of policies.all()) {
    if (policy.region !== region || answerOn(policy, earlier) === answerOn(policy, later)) continue
    if (await isOpenFor(documents, claimIdOf(cipher, idNumber, policy.coverageYear))) return true
  }
  return false
}

async function isOpenFor(documents: Documents, claimId: string): Promise<boolean> {
  const claim = await documents.get<ClaimFields>('claims', claimId)
  const number = claim?.fields.orderNumber ?? null
  const order = number === null ? undefined : await documents.get<OrderFields>('orders', number)
  if (order && isBeingPaid(order.fields.state)) return true
  await putOver(documents, 'claims', claimId, claim, claim?.fields ?? freeClaim)
  return false
}
