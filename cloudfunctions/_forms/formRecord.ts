/**
 * Forms being made (表册): `forms/<id>`, and the rows gathered for each, sealed, in `formRows/<id>-<n>`. They wait there so that
 * preview, print and workbook show the same people, and are cleared away after a day.
 */
import type { FormState } from '../../shared/contracts/forms'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { StaffCaller } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { formTransitions, type FormEvent } from './formStates'

/** What was asked for, how far its making is, and how much of it waits. */
export type FormFields = {
  region: string
  town: string | null
  village: string | null
  /** Which form, and of which table. */
  form: string
  coverageYear: number
  /** Civil days of payment, both included; null: not asked for. */
  from: string | null
  to: string | null
  filled: boolean
  blankRows: number
  state: FormState
  startedBy: string
  /** Instants, UTC. */
  startedAt: string
  changedAt: string
  /** Where the walk through the residents goes on; null at its beginning and its end. */
  cursor: string | null
  chunks: number
  looked: number
  people: number
}

export type FormDocument = Stored<FormFields>

/** The form, for whoever makes it; a colleague's is as absent as one that does not exist. */
export async function formDocument(
  { get }: Pick<Documents, 'get'>,
  { staffId }: StaffCaller,
  formId: string,
): Promise<FormDocument | undefined> {
  const found = await get<FormFields>('forms', formId)
  return found?.fields.startedBy === staffId ? found : undefined
}

/** Changes a form where it stands. */
export async function changeForm(
  documents: Documents,
  standing: FormDocument,
  changes: Partial<FormFields> & Pick<FormFields, 'changedAt'>,
): Promise<FormDocument> {
  const fields = { ...standing.fields, ...changes }
  await documents.replace('forms', standing.id, standing.revision, fields)
  return { ...standing, revision: standing.revision + 1, fields }
}

/**
 * Moves a form along the table, inside a transaction, and notes it in the audit log.
 * @throws Error for an edge that the table does not have.
 */
export async function moveForm(
  documents: Documents,
  standing: FormDocument,
  { event, actor }: { event: FormEvent; actor: AuditActor },
  changes: Partial<FormFields> & Pick<FormFields, 'changedAt'>,
): Promise<FormDocument> {
  const state = stateAfter<FormState, FormEvent>(formTransitions, standing.fields.state, event)
  if (!state) throw new Error(`form ${standing.id}: ${event} in ${standing.fields.state}`)
  const moved = await changeForm(documents, standing, { ...changes, state })
  const { form, coverageYear, people, changedAt } = moved.fields
  await noteEvent(documents, `form-${moved.id}-${event}`, {
    actor,
    action: `form${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `forms/${moved.id}`,
    at: changedAt,
    details: { form, coverageYear, people },
  })
  return moved
}

/** Where one chunk of its rows waits. */
export const formChunkId = (formId: string, chunk: number): string =>
  `${formId}-${String(chunk).padStart(5, '0')}`
