import { isCertificate } from '../../shared/identity/birthCertificate'
import { readIdNumber } from '../../shared/identity/idNumber'
import type { AuditActor } from '../_ports/audit'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { personIndexOf } from '../_residents/actsForRecord'
import { foldResident, moveFamilies } from '../_residents/foldResident'
import { mergeTemporaryIn } from '../_residents/mergeTemporaryIdentity'
import { openResident, type ResidentFields } from '../_residents/residentRecord'

export interface Pair {
  kept: Stored<ResidentFields>
  gone: Stored<ResidentFields>
  actor: AuditActor
}

/**
 * Makes one record of two, inside a transaction that has seen that nothing is paid under the one that goes. A child that was known by its
 * certificate goes on under the other one's ID number, with what was paid for it.
 */
export async function becomeOne(
  ports: StaffPorts,
  documents: Documents,
  { kept, gone, actor }: Pair,
): Promise<'merged' | 'otherChild'> {
  const { cipher, clock } = ports
  const [stays, goes] = [openResident(cipher, kept), openResident(cipher, gone)]
  if (!isCertificate(stays.idNumber) || isCertificate(goes.idNumber)) {
    await foldResident(ports, documents, { kept, gone, actor })
    return 'merged'
  }
  const read = readIdNumber(goes.idNumber, clock.today())
  if (read.kind === 'wrong') throw new Error('a record without a number')
  await moveFamilies(documents, personIndexOf(cipher, goes.idNumber), gone.id, kept.id)
  const merged = await mergeTemporaryIn(ports, documents, { residentId: kept.id, id: read.id, actor })
  return merged === 'merged' ? 'merged' : 'otherChild'
}
