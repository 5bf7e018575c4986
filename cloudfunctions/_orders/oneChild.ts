/**
 * 同一个孩子: a newborn may be known by a birth certificate, by an ID number, and by a slip of typing in either. Each gives
 * another claim, so what is held still besides is the child: `children/<index of place, name, birth and sex>` lists the
 * claims it was ever paid under, and none may be taken while another is held.
 */
import { yearOf } from '../../shared/rules/civilDay'
import type { Cipher } from '../_ports/cipher'
import type { Documents } from '../_ports/store'
import { plainName, type Resident } from '../_residents/residentRecord'
import { isHeld, type ClaimFields } from './orderRecord'

/** The claims of a child without their year. */
type ChildFields = { claims: string[] }

/** Where a birth certificate's number has been replaced by an ID number: `mergedIdentities/<claim without year>`. */
export type MergedFields = { into: string }

/** Null for anybody who is no newborn of that coverage year or of the year before. */
export function childIdOf(
  cipher: Cipher,
  { region, name, facts }: Resident,
  coverageYear: number,
): string | null {
  const { born, sex } = facts
  if (born === undefined || sex === undefined || yearOf(born) < coverageYear - 1) return null
  return cipher.index('child', [region, plainName(name), born, sex].join('/'))
}

export const claimWithoutYear = (claimId: string): string => claimId.slice(0, claimId.lastIndexOf('-'))

const yearOfClaim = (claimId: string): string => claimId.slice(claimId.lastIndexOf('-') + 1)

/** True where this child is paid for under another number, or this number has become another one. */
export async function isHeldAsChild(
  documents: Documents,
  childId: string,
  claimId: string,
): Promise<boolean> {
  const own = claimWithoutYear(claimId)
  if (await documents.get<MergedFields>('mergedIdentities', own)) return true
  const child = await documents.get<ChildFields>('children', childId)
  for (const other of child?.fields.claims ?? []) {
    if (other === own) continue
    const claim = await documents.get<ClaimFields>('claims', `${other}-${yearOfClaim(claimId)}`)
    if (claim && isHeld(claim.fields)) return true
  }
  return false
}

/** Notes a claim of the child. Always written, so that two orders for one child cannot pass each other. */
export async function noteClaimOfChild(documents: Documents, childId: string, claim: string): Promise<void> {
  const child = await documents.get<ChildFields>('children', childId)
  if (!child) {
    await documents.insert('children', childId, { claims: [claim] })
    return
  }
  const claims = child.fields.claims.includes(claim) ? child.fields.claims : [...child.fields.claims, claim]
  await documents.replace('children', childId, child.revision, { claims })
}
