import type { StaffPorts } from '../../_ports/ports'
import { put } from '../../_ports/put'
import type { Documents } from '../../_ports/store'
import { sealContact } from '../../_residents/contactRecord'
import { residentDocuments } from '../../_residents/residentDocuments'
import { knownFacts, type Applied } from '../importChanges'
import { noteSource } from '../../_residents/sourceRecord'
import { kindOf } from '../importKinds'
import type { Import } from '../importRecord'
import { sealedPartsOf } from './planContact'
import type { PersonRow } from './readPerson'

/** Somebody nobody knew: the register's word, and nothing about what it does not say. */
export async function addPerson(
  { cipher, clock, staff: { region } }: StaffPorts,
  documents: Documents,
  { id: importId, fields: { kind } }: Import,
  { name, idNumber, town, village, contact }: PersonRow,
  row: number,
): Promise<Applied> {
  const residence = kindOf(kind).adds?.residence ?? null
  const household = contact.household ?? null
  const unknown = { identities: null, otherCover: null, lastCovered: null, student: null }
  const person = { name, idNumber, region, town, village, household, residence, ...unknown }
  const { resident, index } = residentDocuments(cipher, person)
  await documents.insert('residents', resident.id, resident.fields)
  await put(documents, 'residentIndex', index.id, index.fields)
  await noteSource(documents, resident.id, {
    source: { kind: 'import', ref: importId, roster: kind, row, at: clock.now() },
    before: undefined,
    after: resident.fields,
    sealed: ['name', 'idNumber', ...sealedPartsOf(contact)],
  })
  const after = knownFacts(resident.fields)
  const change = { residentId: resident.id, indexId: index.id, before: null, after, said: [] }
  if (Object.keys(contact).length === 0) return { change }
  const sealedContact = sealContact(cipher, resident.id, contact)
  await documents.insert('contacts', resident.id, { region, town, sealedContact })
  return { change, contact: { before: null, after: contact } }
}
