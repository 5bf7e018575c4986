/**
 * 特殊人群登记: `specialNotes/<residentId>-<coverage year>`. What proves it, and where somebody is insured instead, is sealed: it is
 * free text about one person.
 */
import type { ElsewhereScheme, SpecialGroup, SpecialNoteState } from '../../shared/contracts/specialNotes'
import { noteEvent } from '../_audit/noteEvent'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import { actorOf } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import { yearId } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import { stateAfter } from '../_states/transitions'
import { specialNoteTransitions, type SpecialNoteEvent } from './specialNoteStates'

/** One note on one person for one coverage year. */
export type SpecialNoteFields = {
  residentId: string
  region: string
  /** The resident's when it was noted, or moved along the table. */
  town: string | null
  village: string | null
  partition: string
  coverageYear: number
  group: SpecialGroup
  /** Of `insuredElsewhere` alone. */
  scheme: ElsewhereScheme | null
  sealedWords: string
  state: SpecialNoteState
  /** Ids of staff; `checkedBy` is null until it is checked. */
  notedBy: string
  checkedBy: string | null
  /** Instants, UTC. */
  notedAt: string
  checkedAt: string | null
  changedAt: string
}

export type SpecialNoteDocument = Stored<SpecialNoteFields>

/** What stands sealed: the evidence (佐证材料) and the employer, school or place somewhere else (参保单位). */
export interface SpecialWords {
  evidence: string
  insuredAt: string | null
}

/** The note on somebody for a coverage year, withdrawn or not; undefined where none was ever made, or it is out of reach. */
export const specialNoteOf = (
  documents: Pick<Documents, 'get'>,
  residentId: string,
  coverageYear: number,
): Promise<SpecialNoteDocument | undefined> =>
  documents.get<SpecialNoteFields>('specialNotes', yearId(residentId, coverageYear))

/** The seal of what proves a note, for its document alone. */
export const sealSpecialWords = (cipher: Cipher, id: string, { evidence, insuredAt }: SpecialWords): string =>
  cipher.seal(JSON.stringify({ evidence, insuredAt }), sealContext(sealedFields.specialWords, id))

/** @throws where the seal does not open. */
export const openSpecialWords = (cipher: Cipher, { id, fields }: SpecialNoteDocument): SpecialWords =>
  JSON.parse(cipher.open(fields.sealedWords, sealContext(sealedFields.specialWords, id))) as SpecialWords

/** Whether a note keeps somebody from being asked: only one that the bureau has checked. */
export const isExempt = (note: Pick<SpecialNoteFields, 'state'> | undefined): boolean =>
  note?.state === 'checked'

/** Makes one, inside a transaction. `outOfReach`: there is one already, of the town in which the person lived before. */
export async function insertSpecialNote(
  documents: Documents,
  fields: SpecialNoteFields,
): Promise<'inserted' | 'outOfReach'> {
  const id = yearId(fields.residentId, fields.coverageYear)
  if ((await documents.insert('specialNotes', id, fields)) === 'exists') return 'outOfReach'
  await noteStep(documents, { id, revision: 1, fields }, 'noted')
  return 'inserted'
}

/**
 * Moves a note along the table, inside a transaction, with an audit event; it goes to the town in which the person lives by now.
 * @throws Error for an edge that the table does not have.
 */
export async function moveSpecialNote(
  documents: Documents,
  standing: SpecialNoteDocument,
  { event, staffId }: { event: SpecialNoteEvent; staffId: string },
  changes: Partial<SpecialNoteFields> & Pick<SpecialNoteFields, 'changedAt'>,
): Promise<SpecialNoteState> {
  const state = stateAfter<SpecialNoteState, SpecialNoteEvent>(
    specialNoteTransitions,
    standing.fields.state,
    event,
  )
  if (!state) throw new Error(`special note: ${event} in ${standing.fields.state}`)
  const resident = await documents.get<ResidentFields>('residents', standing.fields.residentId)
  const place = resident && { town: resident.fields.town, village: resident.fields.village }
  const fields = { ...standing.fields, ...place, ...changes, state }
  await documents.replace('specialNotes', standing.id, standing.revision, fields)
  await noteStep(documents, { id: standing.id, revision: standing.revision + 1, fields }, event, staffId)
  return state
}

const noteStep = (
  documents: Documents,
  { id, revision, fields }: SpecialNoteDocument,
  step: 'noted' | SpecialNoteEvent,
  staffId = fields.notedBy,
): Promise<void> =>
  noteEvent(documents, `specialNote-${id}-${revision}`, {
    actor: actorOf({ staffId }),
    action: `special${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `specialNotes/${id}`,
    at: fields.changedAt,
    details: { resident: fields.residentId, coverageYear: fields.coverageYear, group: fields.group },
  })
