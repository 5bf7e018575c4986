import { closeDoubt, type NameDoubtFields } from '../_imports/nameDoubts'
import { withIdentity } from '../_imports/people/withIdentity'
import { isBeingPaidOtherwise } from '../_person/isBeingPaidOtherwise'
import { civilDayOf } from '../_ports/clock'
import type { StaffPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import type { ResidentFields } from '../_residents/residentRecord'
import { noteSource } from '../_residents/sourceRecord'

/**
 * 姓名核过了: whose the row is has been decided, and it is not asked again. Where it is this person's, the record says from now on what the
 * row says, as if it had been taken. `claimHeld`: somebody is paying for them right now, and it would change what is due.
 */
export async function settleDoubt(
  ports: StaffPorts,
  documents: Documents,
  doubtId: string,
  resident: Stored<ResidentFields>,
  isTheirs: boolean,
): Promise<'done' | 'claimHeld'> {
  const doubt = await documents.get<NameDoubtFields>('nameDoubts', doubtId)
  if (!doubt) throw new Error(`name doubt ${doubtId} is gone`)
  const { kind, code, since, row, at, importId } = doubt.fields
  const { fields: before } = resident
  const after = isTheirs ? withIdentity(before, kind, { code, since }, civilDayOf(at)) : undefined
  if (after) {
    if (await isBeingPaidOtherwise(ports, documents, resident, { ...resident, fields: after }))
      return 'claimHeld'
    await documents.replace('residents', resident.id, resident.revision, after)
    const source = { kind: 'import', ref: importId, roster: kind, row, at } as const
    await noteSource(documents, resident.id, { source, before, after })
  }
  await closeDoubt(documents, doubt)
  return 'done'
}
