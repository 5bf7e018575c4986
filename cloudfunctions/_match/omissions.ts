/**
 * 不在名单了 by a roster that leaves somebody out: which identities of a resident's record have ended, because the newest whole roster of
 * their kind, and what was taken in after it, do not name the person. Nothing is written down: a decision looks again.
 */
import type { ImportKind } from '../../shared/contracts/imports'
import type { CivilDay } from '../../shared/rules/civilDay'
import { kindListing } from '../_imports/importKinds'
import { membersOf, namesOf } from '../_imports/rosterMembers'
import { dayOfListing, rostersOf, type Listing } from '../_imports/rosterStanding'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import { partitionOf } from '../_residents/partition'
import { openResident, rosterNameOf, type ResidentFields } from '../_residents/residentRecord'
import { identityPart } from '../_residents/residentParts'
import { sourceOf, sourcesOf, type SourcesFields } from '../_residents/sourceRecord'

type Reading = Pick<Documents, 'get'>

/** An identity that the record holds and the roster does not. */
export interface EndedIdentity {
  code: string
  since: CivilDay | null
  listing: Listing
}

/** What a kind of roster says of one part of the county. */
interface ListedInPart {
  listing: Listing
  members: ReadonlySet<string>
  /** On rows that lead to nobody of that name. */
  names: ReadonlySet<string>
}

/** The kinds of which it is known who of a part stands on them. */
export type ListedByKind = ReadonlyMap<ImportKind, ListedInPart>

/** Who of a part stands on what; a kind of which that is not known any more is left out, and nothing is concluded from it. */
export async function listedInPart(
  documents: Reading,
  listings: readonly Listing[],
  partition: string,
): Promise<ListedByKind> {
  const listed = new Map<ImportKind, ListedInPart>()
  for (const listing of listings) {
    const members = await membersOf(documents, rostersOf(listing), partition)
    const names = await namesOf(documents, rostersOf(listing))
    if (members && names) listed.set(listing.kind, { listing, members, names })
  }
  return listed
}

/** Which identities have ended. Most residents are found on the rosters, and nothing more is read about them. */
export async function endedIdentities(
  cipher: Cipher,
  documents: Reading,
  resident: Stored<ResidentFields>,
  listed: ListedByKind,
): Promise<EndedIdentity[]> {
  const leftOut = (resident.fields.identities ?? []).flatMap(({ code, since }) => {
    const kind = kindListing(code)
    const on = kind && listed.get(kind)
    return on && !on.members.has(resident.id) ? [{ code, since, on }] : []
  })
  if (leftOut.length === 0) return []
  const sources = await sourcesOf(documents, resident.id)
  const ended: EndedIdentity[] = []
  for (const { code, since, on } of leftOut) {
    const one = { code, since, listing: on.listing }
    if (isSaidSince(sources, one) || isNamedAlike(cipher, resident, on)) continue
    if (!(await namesAbsorbed(documents, sources, on.listing))) ended.push(one)
  }
  return ended
}

/** Somebody else has said so since the roster's file came, or the same office since the roster was written. */
function isSaidSince(sources: SourcesFields | undefined, { code, listing }: EndedIdentity): boolean {
  const source = sourceOf(sources, identityPart(code))
  if (!source) return false
  return source.kind === 'import' && source.roster === listing.kind
    ? source.at > listing.committedAt
    : source.at >= listing.startedAt
}

/** The roster names a record that was merged into this one. */
async function namesAbsorbed(
  documents: Reading,
  sources: SourcesFields | undefined,
  listing: Listing,
): Promise<boolean> {
  for (const gone of sources?.absorbed ?? []) {
    const members = await membersOf(documents, rostersOf(listing), partitionOf(gone))
    if (members?.has(gone)) return true
  }
  return false
}

/** A row that leads to nobody has this name: it may be theirs, with a wrong number. */
function isNamedAlike(cipher: Cipher, resident: Stored<ResidentFields>, { names }: ListedInPart): boolean {
  if (names.size === 0) return false
  const { region, name } = openResident(cipher, resident)
  return names.has(rosterNameOf(cipher, region, name))
}

/** A roster that ends identities, as a finding says so. */
export type Omission = { kind: ImportKind; importId: string; day: CivilDay; rows: number; codes: string[] }

/** By roster, which identities of somebody it has ended. */
export function omissionsOf(ended: readonly EndedIdentity[]): Omission[] {
  const listings = [...new Set(ended.map(({ listing }) => listing))]
  return listings.map((listing) => {
    const { kind, importId, rows } = listing
    const codes = ended.flatMap((one) => (one.listing === listing ? [one.code] : []))
    return { kind, importId, day: dayOfListing(listing), rows, codes }
  })
}
