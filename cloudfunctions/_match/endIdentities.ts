import { isBeingPaidOtherwise } from '../_person/isBeingPaidOtherwise'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import { noteSource } from '../_residents/sourceRecord'
import type { FoundHere } from './findingRecord'

/**
 * 不在名单了, agreed to: from now on the record does not hold what the roster does not. `claimHeld`: somebody is paying for them right now,
 * and it would change what is due.
 */
export async function endIdentities(
  ports: StaffPorts,
  documents: Documents,
  resident: Stored<ResidentFields>,
  { omitted }: FoundHere,
): Promise<'done' | 'claimHeld'> {
  const [roster] = omitted
  if (!roster) return 'done'
  const codes = omitted.flatMap((one) => one.codes)
  const { fields } = resident
  const identities = (fields.identities ?? []).filter(({ code }) => !codes.includes(code))
  const after = { ...resident, fields: { ...fields, identities } }
  if (await isBeingPaidOtherwise(ports, documents, resident, after)) return 'claimHeld'
  await documents.replace('residents', resident.id, resident.revision, after.fields)
  await noteSource(documents, resident.id, {
    // The roster's word, not an office's: another roster brings it back.
    source: { kind: 'import', ref: roster.importId, roster: roster.kind, at: ports.clock.now() },
    before: fields,
    after: after.fields,
  })
  return 'done'
}
