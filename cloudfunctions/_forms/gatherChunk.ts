import type { FormDefinition } from '../../shared/forms/formDefinition'
import { actorOf } from '../_ports/audit'
import { civilDayOf } from '../_ports/clock'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffPorts } from '../_ports/ports'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { Page, Stored } from '../_ports/store'
import { contactOf, openContact } from '../_residents/contactRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import { filledOf } from './filledOf'
import { needsOf } from './formNeeds'
import {
  changeForm,
  formChunkId,
  formDocument,
  moveForm,
  type FormDocument,
  type FormFields,
} from './formRecord'
import { parkFormRows, type GatheredPerson } from './formRows'
import { knownPerson } from './knownPerson'
import { hasIdentity, standsOnForm } from './standsOnForm'

const pageSize = 200
const atOnce = 16

/** More people than one form takes: nobody prints so many, and all of them are sorted in memory. */
export const mostPeople = 20_000

/** Looks at the next residents of the place, and parks those who stand on the form. Undefined where the form is gone. */
export async function gatherChunk(
  ports: StaffPorts,
  standing: FormDocument,
  definition: FormDefinition,
  policy: PolicyInForce,
): Promise<FormDocument | undefined> {
  const page = await nextResidents(ports, standing.fields)
  const people = await peopleOf(ports, page.documents, standing.fields, definition, policy)
  return ports.store.transaction(async (documents) => {
    const now = await formDocument(documents, ports.staff, standing.id)
    // Another call has gone on meanwhile: what it did stands.
    if (!now || now.revision !== standing.revision) return now
    const { chunks, looked } = now.fields
    if (people.length > 0) await parkFormRows(ports.cipher, documents, formChunkId(now.id, chunks), people)
    const total = now.fields.people + people.length
    const changes = {
      chunks: people.length > 0 ? chunks + 1 : chunks,
      looked: looked + page.documents.length,
      people: total,
      cursor: page.cursor ?? null,
      changedAt: ports.clock.now(),
    }
    const actor = actorOf(ports.staff)
    if (total > mostPeople) return moveForm(documents, now, { event: 'grewTooLong', actor }, changes)
    if (page.cursor === undefined) return moveForm(documents, now, { event: 'gathered', actor }, changes)
    return changeForm(documents, now, changes)
  })
}

async function nextResidents(
  { store }: StaffPorts,
  { region, town, village, cursor, filled }: FormFields,
): Promise<Page<ResidentFields>> {
  if (!filled) return { documents: [] }
  return store.find<ResidentFields>('residents', {
    where: { region, ...(town === null ? {} : { town }), ...(village === null ? {} : { village }) },
    sort: { field: 'partition', order: 'ascending' },
    limit: pageSize,
    ...(cursor === null ? {} : { cursor }),
  })
}

async function peopleOf(
  ports: StaffPorts,
  residents: readonly Stored<ResidentFields>[],
  { coverageYear, startedAt, from, to }: FormFields,
  definition: FormDefinition,
  policy: PolicyInForce,
): Promise<GatheredPerson[]> {
  const needs = needsOf(definition)
  const today = civilDayOf(startedAt)
  const found: (GatheredPerson | undefined)[] = []
  await severalAtOnce([...residents.entries()], atOnce, async ([place, stored]) => {
    const known = await knownPerson(ports, stored, needs, { policy, coverageYear, today })
    if (definition.identities && !hasIdentity(known, definition.identities)) return
    if (!standsOnForm(definition.on, known, { from, to })) return
    const contact = needs.contact ? openContact(ports.cipher, await contactOf(ports.store, stored.id)) : {}
    const { village, household } = stored.fields
    found[place] = {
      residentId: stored.id,
      filled: filledOf(known, contact, needs.fills, today),
      household,
      order: [village ?? '', contact.address ?? '', household ?? '', known.resident.name],
    }
  })
  return found.flatMap((person) => person ?? [])
}
