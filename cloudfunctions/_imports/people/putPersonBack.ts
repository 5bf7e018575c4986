import type { StaffPorts } from '../../_ports/ports'
import type { Documents } from '../../_ports/store'
import { sealContact } from '../../_residents/contactRecord'
import { unsay } from '../../_residents/sourceRecord'
import type { Applied, PersonChange } from '../importChanges'
import type { Import } from '../importRecord'
import type { Checked, Dependence } from '../rowWork'
import { nobody } from './findPerson'
import { standsAsLeft } from './standsAsLeft'

/** Nothing is ever deleted here: an added resident is no longer found, because the index leads to nobody. */
export async function putPersonBack(
  { cipher }: StaffPorts,
  documents: Documents,
  { id: importId }: Import,
  applied: Applied<PersonChange>,
  { revision }: Checked,
): Promise<Dependence> {
  const found = await standsAsLeft(cipher, documents, applied)
  // Whoever takes a year for them holds them still: they may stand as they were left, and have been paid for meanwhile.
  if (!found || found.resident.revision !== revision) return 'changed'
  const { resident, contact } = found
  const { indexId, before, said } = applied.change
  await unsay(documents, resident.id, importId, said)
  if (before)
    await documents.replace('residents', resident.id, resident.revision, { ...resident.fields, ...before })
  if (contact)
    await documents.replace('contacts', contact.id, contact.revision, {
      ...contact.fields,
      town: before ? before.town : contact.fields.town,
      sealedContact: sealContact(cipher, contact.id, applied.contact?.before ?? {}),
    })
  if (indexId === null) return undefined
  // Nobody's record any more: whatever walks the county passes it over.
  await documents.replace('residents', resident.id, resident.revision, {
    ...resident.fields,
    partition: null,
  })
  const index = await documents.get('residentIndex', indexId)
  if (index?.fields.residentId === resident.id)
    await documents.replace('residentIndex', indexId, index.revision, { residentId: nobody })
  return undefined
}
