/** What a part of the county holds: its residents a page at a time, each with what is known of them besides. */
import { doubtsOfPart, latestDoubt } from '../_imports/nameDoubts'
import type { Cipher } from '../_ports/cipher'
import type { Store } from '../_ports/store'
import { documentsOfPart } from '../_residents/documentsOfPart'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import type { DecisionFields } from './decisionRecord'
import type { Held } from './lookAt'
import type { Match } from './matchRecord'
import { endedIdentities, listedInPart } from './omissions'
import { seenBefore } from './partRecord'
import type { SupplementFields } from './supplementRecord'

export async function* heldOfPart(
  cipher: Cipher,
  store: Store,
  match: Match,
  partition: string,
): AsyncGenerator<Held> {
  const { region, coverageYear, previous, listings, standing } = match.fields
  const part = { region, coverageYear, partition }
  const enrollments = new Map<string, EnrollmentFields>()
  for await (const one of documentsOfPart<EnrollmentFields>(store, 'enrollments', part))
    if (stands(one)) enrollments.set(one.fields.residentId, one.fields)
  const owed = new Set<string>()
  for await (const { fields } of documentsOfPart<SupplementFields>(store, 'supplements', part))
    owed.add(fields.residentId)
  const listed = await listedInPart(store, listings, partition)
  const doubts = await doubtsOfPart(store, { region, partition })
  const seen = await seenBefore(store, previous, partition)
  for await (const resident of documentsOfPart<ResidentFields>(store, 'residents', { region, partition }))
    yield {
      resident,
      enrollment: enrollments.get(resident.id),
      before: seen.get(resident.id) ?? null,
      isOwed: owed.has(resident.id),
      ended: await endedIdentities(cipher, store, resident, listed),
      doubt: await latestDoubt(store, doubts.get(resident.id) ?? [], resident, standing),
    }
}

/** What the bureau last decided of a part's residents, by resident. */
export async function decidedOf(
  store: Store,
  match: Match,
  partition: string,
): Promise<ReadonlyMap<string, string>> {
  const { region, coverageYear } = match.fields
  const part = { region, coverageYear, partition }
  const decided = new Map<string, string>()
  for await (const { fields } of documentsOfPart<DecisionFields>(store, 'matchDecisions', part))
    decided.set(fields.residentId, fields.says)
  return decided
}
