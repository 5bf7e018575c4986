/** The rows of a form wait in the store, sealed a chunk at a time. */
import type { FormPerson } from '../../shared/forms/fillForm'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { ServicePorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { formChunkId, type FormDocument } from './formRecord'

/** Somebody on a form: who it is, for the audit log, and what forms are sorted by before they are numbered: where somebody lives, and then the name. */
export type GatheredPerson = FormPerson & { residentId: string; order: readonly string[] }

/** Null: cleared away. */
type SealedRows = { sealed: string | null }

/** Parks one chunk of people, sealed, in the transaction that counts them. */
export async function parkFormRows(
  cipher: ServicePorts['cipher'],
  documents: Documents,
  id: string,
  people: readonly GatheredPerson[],
): Promise<void> {
  const sealed = cipher.seal(JSON.stringify(people), sealContext(sealedFields.formRows, id))
  await documents.insert('formRows', id, { sealed })
}

/** Everybody on the form, in the order of the walk. @throws Error where rows are gone: a form that is ready has them. */
export async function formRows(
  { cipher, store }: Pick<ServicePorts, 'cipher' | 'store'>,
  { id, fields }: FormDocument,
): Promise<GatheredPerson[]> {
  const people: GatheredPerson[] = []
  for (let chunk = 0; chunk < fields.chunks; chunk += 1) {
    const chunkId = formChunkId(id, chunk)
    const found = await store.get<SealedRows>('formRows', chunkId)
    if (!found || found.fields.sealed === null) throw new Error(`form ${id} has lost its rows`)
    const opened = cipher.open(found.fields.sealed, sealContext(sealedFields.formRows, chunkId))
    people.push(...(JSON.parse(opened) as GatheredPerson[]))
  }
  return people
}

/** Empties one chunk; its document stays, for the store deletes nothing. */
export async function clearFormRows(documents: Documents, id: string): Promise<void> {
  const found = await documents.get<SealedRows>('formRows', id)
  if (found && found.fields.sealed !== null)
    await documents.replace('formRows', id, found.revision, { sealed: null })
}
