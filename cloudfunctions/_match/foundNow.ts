import type { PolicyTable } from '../../shared/policy/table'
import { doubtIdsOf, latestDoubt, openDoubts } from '../_imports/nameDoubts'
import { listingsOf, standingRosters, takenIn } from '../_imports/rosterStanding'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { partitionOf } from '../_residents/partition'
import { isNobodys, type ResidentFields } from '../_residents/residentRecord'
import type { Finding } from './findingRecord'
import { lookAt } from './lookAt'
import type { Match } from './matchRecord'
import { endedIdentities, listedInPart, type ListedByKind } from './omissions'
import { supplementOf } from './supplementRecord'

/** What somebody's finding rests on, as it stands now. */
export interface Standing {
  table: PolicyTable
  resident: Stored<ResidentFields>
  /** The document of the year, also where it stands no more. */
  enrollment: Stored<EnrollmentFields> | undefined
}

/** The documents a finding rests on; undefined where the resident is gone or out of reach. */
export async function standingOf(
  { policies }: Pick<StaffPorts, 'policies'>,
  documents: Pick<Documents, 'get'>,
  { fields: { residentId, region, coverageYear } }: Finding,
): Promise<Standing | undefined> {
  const policy = policies.inForce(region, coverageYear)
  const resident = await documents.get<ResidentFields>('residents', residentId)
  const enrollment = await documents.get<EnrollmentFields>('enrollments', yearId(residentId, coverageYear))
  return policy && resident ? { table: policy.table, resident, enrollment } : undefined
}

/** What the rosters that stand now say around somebody: who of their part is on them, and rows with their number and another name. */
export interface Around {
  standing: readonly string[]
  listed: ListedByKind
  doubts: readonly string[]
}

/**
 * What is around somebody now: who of their part stands on the rosters that the match went by, as far as they stand now, or has been named
 * since: a roster that came later tells of a later month whom it leaves out. Read before the transaction that decides: who is on a roster
 * never changes, and so many may have come that they fill a transaction.
 */
export const rostersAround = async (
  documents: Pick<Documents, 'get'>,
  { fields: { region, startedAt } }: Match,
  residentId: string,
): Promise<Around> => {
  const taken = await takenIn(documents, region)
  const standing = standingRosters(taken).flatMap(({ importIds }) => importIds)
  const listed = await listedInPart(documents, listingsOf(taken, startedAt), partitionOf(residentId))
  const doubts = await openDoubts(documents, doubtIdsOf(residentId, standing))
  return { standing, listed, doubts: doubts.map(({ id }) => id) }
}

/** What the match would find of this person by what is known now; nothing of a record that is nobody's any more. */
export async function foundNow(
  { cipher }: Pick<StaffPorts, 'cipher'>,
  documents: Pick<Documents, 'get'>,
  match: Match,
  { fields: { residentId, coverageYear, before } }: Finding,
  { table, resident, enrollment }: Standing,
  { standing, listed, doubts }: Around,
): Promise<ReturnType<typeof lookAt>> {
  if (isNobodys(resident)) return undefined
  const owed = await supplementOf(documents, residentId, coverageYear)
  const open = await openDoubts(documents, doubts)
  return lookAt(cipher, table, match.fields.on, {
    resident,
    enrollment: enrollment && stands(enrollment) ? enrollment.fields : undefined,
    before,
    isOwed: owed !== undefined,
    ended: await endedIdentities(cipher, documents, resident, listed),
    doubt: await latestDoubt(documents, open, resident, standing),
  })
}
