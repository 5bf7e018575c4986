/**
 * 身份人数: how many residents of a region have which identities together, one document for each part of the county
 * (`identityTallies/<region>-<partition>`), so that a change of rules can be tried on real numbers without asking for anybody.
 */
import { put } from '../_ports/put'
import type { Store, Stored } from '../_ports/store'
import { documentsOfPart } from '../_residents/documentsOfPart'
import { partitions } from '../_residents/partition'
import type { ResidentFields } from '../_residents/residentRecord'

/** People with exactly these identities; null for those of whom no roster has said. Employee-insured people are in none. */
export type IdentityCount = { codes: string[] | null; people: number }

export type IdentityTallyFields = {
  region: string
  partition: string
  countedAt: string
  counts: IdentityCount[]
}

const tallyId = (region: string, partition: string): string => `${region}-${partition}`

/** Counts one part anew. */
export async function tallyPart(
  store: Store,
  region: string,
  partition: string,
  countedAt: string,
): Promise<void> {
  const people = new Map<string, number>()
  for await (const { fields } of documentsOfPart<ResidentFields>(store, 'residents', { region, partition }))
    count(people, fields)
  const counts = [...people].sort().map(([key, number]) => ({ codes: codesIn(key), people: number }))
  const fields: IdentityTallyFields = { region, partition, countedAt, counts }
  await store.transaction((documents) =>
    put(documents, 'identityTallies', tallyId(region, partition), fields),
  )
}

function count(people: Map<string, number>, { identities, otherCover }: ResidentFields): void {
  if (otherCover === 'employee') return
  const key =
    identities === null ? unknown : [...new Set(identities.map(({ code }) => code))].sort().join(' ')
  people.set(key, (people.get(key) ?? 0) + 1)
}

const unknown = '?'

const codesIn = (key: string): string[] | null => (key === unknown ? null : key.split(' ').filter(Boolean))

export interface CountedPeople {
  counts: readonly IdentityCount[]
  /** The oldest count; null where no part is counted. */
  asOf: string | null
  parts: number
}

/** What is counted of a region so far. */
export async function countedPeople({ get }: Pick<Store, 'get'>, region: string): Promise<CountedPeople> {
  const found = await Promise.all(
    partitions.map((part) => get<IdentityTallyFields>('identityTallies', tallyId(region, part))),
  )
  const parts = found.filter((part): part is Stored<IdentityTallyFields> => part !== undefined)
  return {
    counts: parts.flatMap(({ fields }) => fields.counts),
    asOf: parts.map(({ fields }) => fields.countedAt).sort()[0] ?? null,
    parts: parts.length,
  }
}
