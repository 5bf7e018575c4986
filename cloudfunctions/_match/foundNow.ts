import type { PolicyTable } from '../../shared/policy/table'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import type { SupplementFields } from './decisionRecord'
import type { Finding } from './findingRecord'
import type { Answered } from './findingFor'
import { lookAt } from './lookAt'
import type { Match } from './matchRecord'

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

/** What the match would find of this person by what is known now. */
export async function foundNow(
  { cipher }: Pick<StaffPorts, 'cipher'>,
  documents: Pick<Documents, 'get'>,
  match: Match,
  { fields: { residentId, coverageYear, before } }: Finding,
  { table, resident, enrollment }: Standing,
): Promise<Exclude<Answered, 'needsFacts'>> {
  const owed = await documents.get<SupplementFields>('supplements', yearId(residentId, coverageYear))
  return lookAt(cipher, table, match.fields.on, {
    resident,
    enrollment: enrollment && stands(enrollment) ? enrollment.fields : undefined,
    before,
    isOwed: owed !== undefined,
  })
}
