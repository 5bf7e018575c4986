import type { Ports } from '../_ports/ports'
import { orderOfCaller } from '../_orders/orderRecord'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { FamilyMember } from '../_residents/family'

const nothing = { identity: null, paidFen: null, paidAt: null, orderNumber: null }

/**
 * What the caller may know of an enrollment. From when to when somebody is covered, whoever acts for them may know; what
 * was paid would tell what was given, so a proxy sees only what they paid themselves.
 */
export async function shownEnrollment(
  ports: Ports,
  { knowsWhy }: FamilyMember,
  enrollment: EnrollmentFields | undefined,
) {
  const cover = {
    coverageFrom: enrollment?.coverageFrom[0] ?? null,
    coverageTo: enrollment?.coverageTo[0] ?? null,
  }
  if (!enrollment) return { ...cover, ...nothing }
  const { identity, paidFen, paidAt, orderNumber } = enrollment
  if (knowsWhy) return { ...cover, identity, paidFen, paidAt, orderNumber }
  const isOwn = orderNumber !== null && (await orderOfCaller(ports, orderNumber)) !== undefined
  return isOwn ? { ...cover, identity: null, paidFen, paidAt, orderNumber } : { ...cover, ...nothing }
}
