import type { StaffPorts } from '../../_ports/ports'
import type { Documents, Stored } from '../../_ports/store'
import { sealContact } from '../../_residents/contactRecord'
import type { ResidentFields } from '../../_residents/residentRecord'
import { factsBefore, knownFacts, type Applied } from '../importChanges'
import type { ContactPlan } from './planContact'

/** Somebody who is known, with what the row says otherwise. */
export async function changePerson(
  { cipher }: StaffPorts,
  documents: Documents,
  { id, revision, fields: known }: Stored<ResidentFields>,
  { fields, contact }: { fields: ResidentFields; contact: ContactPlan | undefined },
): Promise<Applied> {
  await documents.replace('residents', id, revision, fields)
  const change = { residentId: id, indexId: null, before: factsBefore(known), after: knownFacts(fields) }
  if (!contact) return { change }
  const { standing, before, after, town } = contact
  const written = { region: fields.region, town, sealedContact: sealContact(cipher, id, after) }
  if (standing) await documents.replace('contacts', id, standing.revision, written)
  else await documents.insert('contacts', id, written)
  return { change, contact: { before: standing ? before : null, after } }
}
