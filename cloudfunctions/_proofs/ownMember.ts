import type { Ports } from '../_ports/ports'
import { memberOf, type FamilyMember } from '../_residents/family'

/** 本人、监护人: whose papers the caller may send and see. Who merely pays for somebody learns nothing of their papers. */
export async function ownMember(ports: Ports, residentId: string): Promise<FamilyMember | undefined> {
  const member = await memberOf(ports, residentId)
  return member?.knowsWhy ? member : undefined
}
