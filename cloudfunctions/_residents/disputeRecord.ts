import type * as z from 'zod/mini'
import type { DisputeEnrollment, dispute } from '../../shared/contracts/disputeEnrollment'
import type { RequestOf } from '../../shared/contracts/contract'
import type { PolicyTable } from '../../shared/policy/table'
import type { ServicePorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import type { RecordedCover } from './assessResident'
import { yearId } from './enrollmentRecord'

/** 异议: `disputes/<residentId>-<coverageYear>`, with what the office needs to look into it. */
export type DisputeFields = {
  residentId: string
  region: string
  coverageYear: number
  /** What the record shows. */
  recorded: RecordedCover
  says: RequestOf<typeof DisputeEnrollment>['says']
  state: 'open'
  /** Instant, UTC. */
  openedAt: string
  callerIndex: string
}

export const disputeOf = (
  { store }: ServicePorts,
  residentId: string,
  coverageYear: number,
): Promise<Stored<DisputeFields> | undefined> =>
  store.get<DisputeFields>('disputes', yearId(residentId, coverageYear))

/** A dispute as the resident sees it, with the office the table names for open questions. */
export function shownDispute(
  { state, openedAt }: DisputeFields,
  { offices, ask }: PolicyTable,
): z.infer<typeof dispute> {
  const office = offices[ask]
  if (!office) throw new Error(`no office ${ask}`)
  const phone = office.phone === 'unstated' ? null : office.phone
  return { state, since: openedAt, office: { name: office.name, phone } }
}
