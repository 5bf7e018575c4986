import type { StaffPorts } from '../../_ports/ports'
import { putOver } from '../../_ports/put'
import type { Documents, Stored } from '../../_ports/store'
import { sealContact } from '../../_residents/contactRecord'
import type { Part } from '../../_residents/residentParts'
import type { ResidentFields } from '../../_residents/residentRecord'
import { noteContradiction, noteSource, sourcesOf, type Source } from '../../_residents/sourceRecord'
import { factsBefore, knownFacts, type Applied } from '../importChanges'
import type { PersonChanges } from './besideCorrections'
import { sealedPartsOf } from './planContact'

/** Somebody who is known, with what the row says otherwise, and who said it. */
export async function changePerson(
  { cipher }: StaffPorts,
  documents: Documents,
  { id, revision, fields: known }: Stored<ResidentFields>,
  changes: PersonChanges & { contradicted: Part[] },
  source: Source,
): Promise<Applied> {
  const { fields, contact } = changes
  await documents.replace('residents', id, revision, fields)
  const sealed = contact ? sealedPartsOf(contact.after, contact.before) : []
  const said = (await sourcesOf(documents, id))?.said ?? []
  await noteSource(documents, id, { source, before: known, after: fields, sealed })
  await noteContradictions(documents, id, changes, source)
  const change = {
    residentId: id,
    indexId: null,
    before: factsBefore(known),
    after: knownFacts(fields),
    said,
  }
  if (!contact) return { change }
  const { standing, before, after, town } = contact
  const written = { region: fields.region, town, sealedContact: sealContact(cipher, id, after) }
  await putOver(documents, 'contacts', id, standing, written)
  return { change, contact: { before: standing ? before : null, after } }
}

/** What the row says against a correction is kept beside it. */
export async function noteContradictions(
  documents: Documents,
  residentId: string,
  { contradicted }: { contradicted: readonly Part[] },
  source: Source,
): Promise<void> {
  for (const part of contradicted) await noteContradiction(documents, residentId, part, source)
}
