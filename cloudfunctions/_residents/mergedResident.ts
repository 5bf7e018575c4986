/** 并入: `mergedResidents/<residentId>`: a record that is nobody's any more, and the one that goes on in its place. */
import type { Documents, Stored } from '../_ports/store'
import type { ResidentFields } from './residentRecord'
import { noteAbsorbed } from './sourceRecord'

export type MergedResidentFields = {
  region: string
  into: string
  /** Instant, UTC. */
  at: string
}

/**
 * Lets a record go: whatever walks the county passes it over, whoever knows it by its id is told where it went, and the other one knows
 * that it was this one too.
 */
export async function letGo(
  documents: Documents,
  { id, revision, fields }: Stored<ResidentFields>,
  into: string,
  at: string,
): Promise<void> {
  await documents.replace('residents', id, revision, { ...fields, partition: null })
  const merged: MergedResidentFields = { region: fields.region, into, at }
  await documents.insert('mergedResidents', id, merged)
  await noteAbsorbed(documents, id, into)
}
