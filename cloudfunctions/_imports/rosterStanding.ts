/**
 * 名单齐了没有: which rosters of identities a region has taken in as a whole, `rosterStandings/<region>`. A department's roster lists
 * everybody who has an identity, so whoever stands on none of them has none, once every roster the notice's subsidies hang on is in.
 * Until then nothing is concluded: the person's identities are not known, and no sum is stated.
 */
import { importKind, type ImportKind } from '../../shared/contracts/imports'
import type { PolicyTable } from '../../shared/policy/table'
import { versionsOf } from '../../shared/rules/inForce'
import type { Documents } from '../_ports/store'
import { kindOf } from './importKinds'
import { listsWholeRegion, type Import } from './importRecord'

export type RosterStandingFields = {
  region: string
  /** Every committed roster of a whole region that lists identities, the oldest first. `committedAt`: instant, UTC. */
  taken: { kind: ImportKind; importId: string; committedAt: string }[]
}

/** The last of them are enough: a county sends five a month. */
const mostKept = 120

/** Notes a committed import that lists everybody, in the transaction that commits its last rows. One town's roster, or a few new names, say nothing about a county. */
export async function noteRosterTaken(
  documents: Documents,
  { id, fields }: Import,
  committedAt: string,
): Promise<void> {
  if (!listsWholeRegion(fields) || fields.lists !== 'everybody') return
  const { region, kind } = fields
  await change(documents, region, (taken) => [...taken, { kind, importId: id, committedAt }].slice(-mostKept))
}

/** Takes an import that was undone out again. */
export async function noteRosterUndone(
  documents: Documents,
  { id, fields: { region } }: Import,
): Promise<void> {
  await change(documents, region, (taken) => taken.filter(({ importId }) => importId !== id))
}

async function change(
  documents: Documents,
  region: string,
  to: (taken: RosterStandingFields['taken']) => RosterStandingFields['taken'],
): Promise<void> {
  const standing = await documents.get<RosterStandingFields>('rosterStandings', region)
  const before = standing?.fields.taken ?? []
  const taken = to(before)
  if (taken.length === before.length && standing) return
  if (standing) await documents.replace('rosterStandings', region, standing.revision, { region, taken })
  else await documents.insert('rosterStandings', region, { region, taken })
}

/** Whether every roster that this year's subsidies hang on was taken in since the year before began. */
export async function rostersAreIn({ get }: Pick<Documents, 'get'>, table: PolicyTable): Promise<boolean> {
  const standing = await get<RosterStandingFields>('rosterStandings', table.region)
  if (!standing) return false
  const since = `${table.coverageYear - 1}`
  const taken = new Set(
    standing.fields.taken.filter(({ committedAt }) => committedAt >= since).map(({ kind }) => kind),
  )
  return rostersNeeded(table).every((kind) => kind !== undefined && taken.has(kind))
}

/** By table: it is asked for everybody of whom no roster has said anything, and a table never changes. */
const needed = new WeakMap<PolicyTable, readonly (ImportKind | undefined)[]>()

/** The kinds of roster that list the identities a notice subsidises; undefined for an identity that no kind lists. */
export function rostersNeeded(table: PolicyTable): readonly (ImportKind | undefined)[] {
  const known = needed.get(table) ?? kindsFor(table)
  needed.set(table, known)
  return known
}

function kindsFor(table: PolicyTable): (ImportKind | undefined)[] {
  const codes = versionsOf(table).flatMap(({ table: { subsidies } }) =>
    subsidies.flatMap(({ identities }) => identities),
  )
  return [...new Set(codes.map(kindListing))]
}

const kindListing = (code: string): ImportKind | undefined =>
  importKind.options.find((kind) =>
    Object.values(kindOf(kind).identities ?? {}).some(
      (listed) => listed === code || listed.startsWith(`${code}/`) || code.startsWith(`${listed}/`),
    ),
  )
