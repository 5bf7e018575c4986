/**
 * 同意: `consents/<caller>-<resident>-<text>-<instant>`: who agreed for whom, to which text by its version, and when
 * (个人信息保护法第二十九条、第三十一条). Kept also after it was withdrawn: it is the proof.
 */
import { guardianConsent, type GuardianConsent, type PersonConsent } from '../../shared/contracts/fields'
import { pagesOf } from '../_ports/pages'
import type { Documents, Store, Stored } from '../_ports/store'

export type Consent = PersonConsent | GuardianConsent

export type ConsentFields = {
  callerIndex: string
  residentId: string
  text: Consent
  /** Instants, UTC; null while it was not withdrawn. */
  givenAt: string
  withdrawnAt: string | null
}

export const isOfGuardian = (text: Consent): boolean => guardianConsent.safeParse(text).success

export async function noteConsent(
  documents: Documents,
  { callerIndex, residentId, text }: Pick<ConsentFields, 'callerIndex' | 'residentId' | 'text'>,
  givenAt: string,
): Promise<void> {
  const fields: ConsentFields = { callerIndex, residentId, text, givenAt, withdrawnAt: null }
  await documents.insert('consents', `${callerIndex}-${residentId}-${text}-${givenAt}`, fields)
}

/** What a caller has agreed to, the latest first: all of it, as whoever helps a village agrees for hundreds. */
export async function consentsOf(store: Store, callerIndex: string): Promise<Stored<ConsentFields>[]> {
  const consents: Stored<ConsentFields>[] = []
  for await (const page of pagesOf<ConsentFields>(store, 'consents', {
    where: { callerIndex },
    sort: { field: 'givenAt', order: 'descending' },
    limit: 200,
  }))
    consents.push(...page)
  return consents
}
