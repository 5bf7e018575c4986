/** What a part of the county holds: its residents a page at a time, each with what is known of them besides. */
import { pagesOf } from '../_ports/pages'
import type { Fields, Store, Stored } from '../_ports/store'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import type { DecisionFields, SupplementFields } from './decisionRecord'
import type { Held } from './lookAt'
import type { Match } from './matchRecord'
import { seenBefore } from './partRecord'

/** The most a page may hold: a part is thousands of documents. */
const pageSize = 500

export async function* heldOfPart(store: Store, match: Match, partition: string): AsyncGenerator<Held> {
  const { region, previous } = match.fields
  const enrollments = new Map<string, EnrollmentFields>()
  for await (const one of ofYear<EnrollmentFields>(store, 'enrollments', match, partition))
    if (stands(one)) enrollments.set(one.fields.residentId, one.fields)
  const owed = new Set<string>()
  for await (const { fields } of ofYear<SupplementFields>(store, 'supplements', match, partition))
    owed.add(fields.residentId)
  const seen = await seenBefore(store, previous, partition)
  for await (const page of pagesOf<ResidentFields>(store, 'residents', {
    where: { region, partition },
    sort: { field: 'partition', order: 'ascending' },
    limit: pageSize,
  }))
    for (const resident of page)
      yield {
        resident,
        enrollment: enrollments.get(resident.id),
        before: seen.get(resident.id) ?? null,
        isOwed: owed.has(resident.id),
      }
}

/** What the bureau last decided of a part's residents, by resident. */
export async function decidedOf(
  store: Store,
  match: Match,
  partition: string,
): Promise<ReadonlyMap<string, string>> {
  const decided = new Map<string, string>()
  for await (const { fields } of ofYear<DecisionFields>(store, 'matchDecisions', match, partition))
    decided.set(fields.residentId, fields.says)
  return decided
}

/** The documents of one coverage year that lie in a part. */
async function* ofYear<F extends Fields>(
  store: Store,
  collection: string,
  { fields: { region, coverageYear } }: Match,
  partition: string,
): AsyncGenerator<Stored<F>> {
  for await (const page of pagesOf<F>(store, collection, {
    where: { region, coverageYear, partition },
    sort: { field: 'partition', order: 'ascending' },
    limit: pageSize,
  }))
    yield* page
}
