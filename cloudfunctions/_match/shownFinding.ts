import type { FindingShown } from '../../shared/contracts/match'
import { maskIdNumber } from '../../shared/identity/idNumber'
import type { Resident } from '../_residents/residentRecord'
import type { Finding } from './findingRecord'

/** A finding as its queue lists it. `isEnrolled`: whether the person is enrolled for its year now. */
export const shownFinding = (
  { id, fields: { town, kind, state, fen, clauses } }: Finding,
  { name, idNumber }: Pick<Resident, 'name' | 'idNumber'>,
  isEnrolled: boolean,
): FindingShown => ({
  findingId: id,
  name,
  maskedId: maskIdNumber(idNumber),
  town,
  kind,
  state,
  fen,
  isEnrolled,
  stated: clauses.length > 0,
})
