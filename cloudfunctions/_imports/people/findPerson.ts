import type { StaffPorts } from '../../_ports/ports'
import type { Documents, Stored } from '../../_ports/store'
import { residentIndexId, type ResidentIndexFields } from '../../_residents/recogniseResident'
import { nameIndexOf, type ResidentFields } from '../../_residents/residentRecord'

/** Whom an index leads to when an addition was undone. */
export const nobody = 'nobody'

/**
 * The resident a row names. `documents` shows those within the caller's reach only: somebody of another town is the same as nobody,
 * by the same reads.
 */
export async function findPerson(
  { cipher, staff }: StaffPorts,
  { get }: Pick<Documents, 'get'>,
  { name, idNumber }: { name: string; idNumber: string },
): Promise<Stored<ResidentFields> | 'unknownHere' | { otherName: Stored<ResidentFields> }> {
  const indexId = residentIndexId(cipher, staff.region, idNumber)
  const index = await get<ResidentIndexFields>('residentIndex', indexId)
  const resident = await get<ResidentFields>('residents', index?.fields.residentId ?? nobody)
  if (!resident) return 'unknownHere'
  return resident.fields.nameIndex === nameIndexOf(cipher, name, idNumber)
    ? resident
    : { otherName: resident }
}
