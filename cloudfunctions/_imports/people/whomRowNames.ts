import { readIdNumber } from '../../../shared/identity/idNumber'
import type { StaffPorts } from '../../_ports/ports'
import type { Documents, Stored } from '../../_ports/store'
import { residentIndexId, type ResidentIndexFields } from '../../_residents/recogniseResident'
import { nameIndexOf, rosterNameOf, type ResidentFields } from '../../_residents/residentRecord'
import { listsIdentities } from '../importKinds'
import type { Import } from '../importRecord'
import { plainText, type CellOf } from '../rowCells'
import type { Named } from '../rowWork'
import { nobody } from './findPerson'
import { hasLostDigits, idKey, idText } from './writtenId'

/**
 * Whom a row names that is not taken: somebody whose row is wrong stands on the roster all the same. The ID number says who, as far as
 * it can be read and leads to somebody; the name is kept where it is not theirs, so that nobody of that name counts as left out.
 */
export async function whomRowNames(
  { cipher, clock, staff: { region } }: StaffPorts,
  { fields: { kind, rounded } }: Import,
  { get }: Pick<Documents, 'get'>,
  cell: CellOf,
): Promise<Named> {
  if (!listsIdentities(kind)) return {}
  const name = plainText(cell('name'))
  const written = cell('idNumber')
  const read = hasLostDigits(written, rounded) ? undefined : readIdNumber(idText(written), clock.today())
  const idNumber = read?.kind === 'valid' ? read.id.number : undefined
  const resident = idNumber === undefined ? undefined : await residentWith(idNumber)
  const isTheirs =
    resident && idNumber !== undefined && resident.fields.nameIndex === nameIndexOf(cipher, name, idNumber)
  const named: Named = resident ? { residentId: resident.id, byNumberAlone: !isTheirs } : {}
  if (name === '' || isTheirs) return named
  return { ...named, nameIndex: rosterNameOf(cipher, region, name), number: idKey(written, rounded) }

  async function residentWith(known: string): Promise<Stored<ResidentFields> | undefined> {
    const index = await get<ResidentIndexFields>('residentIndex', residentIndexId(cipher, region, known))
    // Looked for also where the number leads to nobody: the time must not tell that another town has them.
    return get<ResidentFields>('residents', index?.fields.residentId ?? nobody)
  }
}
