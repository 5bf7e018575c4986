/** Complaints (意见投诉) and objections to a record (异议): `complaints/<id>`. What people write is sealed. */
import type * as z from 'zod/mini'
import type {
  ComplaintDesk,
  ComplaintKind,
  ComplaintShown,
  ComplaintState,
  objection,
} from '../../shared/contracts/complaint'
import type { PolicyTable } from '../../shared/policy/table'
import { isOfficeStated, officeAt } from '../../shared/rules/deskFor'
import { noteEvent } from '../_audit/noteEvent'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { complaintTransitions, type ComplaintEvent } from './complaintStates'

export type ComplaintFields = {
  kind: ComplaintKind
  state: ComplaintState
  desk: ComplaintDesk
  region: string
  /** The sender's own; null where it is not known. */
  town: string | null
  coverageYear: number
  page: string
  version: string
  orderNumber: string | null
  /** Of an objection: whose record, what it shows, what they say. */
  residentId: string | null
  recorded: 'employee' | 'residentElsewhere' | null
  says: z.infer<typeof objection> | null
  sealedText: string | null
  sealedAnswer: string | null
  callerIndex: string
  handledBy: AuditActor | null
  /** Instants, UTC. */
  sentAt: string
  changedAt: string
}

export type Complaint = Stored<ComplaintFields>

const placeOf = { text: sealedFields.complaintText, answer: sealedFields.complaintAnswer }

export const sealWords = (cipher: Cipher, id: string, what: 'text' | 'answer', words: string): string =>
  cipher.seal(words, sealContext(placeOf[what], id))

/** What somebody wrote; null where nobody did. */
export const openWords = (
  cipher: Cipher,
  { id, fields }: Complaint,
  what: 'text' | 'answer',
): string | null => {
  const sealed = what === 'text' ? fields.sealedText : fields.sealedAnswer
  return sealed === null ? null : cipher.open(sealed, sealContext(placeOf[what], id))
}

export const complaintOf = ({ get }: Pick<Documents, 'get'>, id: string): Promise<Complaint | undefined> =>
  get<ComplaintFields>('complaints', id)

/** Makes one, inside a transaction, or finds the one that stands under this id. */
export async function takeIn(documents: Documents, id: string, fields: ComplaintFields): Promise<Complaint> {
  const standing = await complaintOf(documents, id)
  if (standing) return standing
  await documents.insert('complaints', id, fields)
  const complaint = { id, revision: 1, fields }
  await noteStep(documents, complaint, 'sent', `resident:${fields.callerIndex}`)
  return complaint
}

/**
 * Moves a complaint along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveComplaint(
  documents: Documents,
  complaint: Complaint,
  { event, actor, at }: { event: ComplaintEvent; actor: AuditActor; at: string },
  changes: Partial<ComplaintFields> = {},
): Promise<Complaint> {
  const state = stateAfter<ComplaintState, ComplaintEvent>(
    complaintTransitions,
    complaint.fields.state,
    event,
  )
  if (!state) throw new Error(`complaint ${complaint.id}: ${event} in ${complaint.fields.state}`)
  const fields: ComplaintFields = { ...complaint.fields, ...changes, state, changedAt: at }
  await documents.replace('complaints', complaint.id, complaint.revision, fields)
  const moved = { ...complaint, revision: complaint.revision + 1, fields }
  await noteStep(documents, moved, event, actor)
  return moved
}

/** A complaint may be forwarded to and fro: its revision tells one step from the next. */
const noteStep = (
  documents: Documents,
  { id, revision, fields }: Complaint,
  step: 'sent' | ComplaintEvent,
  actor: AuditActor,
): Promise<void> =>
  noteEvent(documents, `complaint-${id}-${revision}`, {
    actor,
    action: `complaint${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `complaints/${id}`,
    at: fields.changedAt,
    details: { kind: fields.kind, desk: fields.desk },
  })

/** As whoever sent it sees it. */
export function shownComplaint(cipher: Cipher, complaint: Complaint, table: PolicyTable): ComplaintShown {
  const { kind, coverageYear, state, desk, says, sentAt, changedAt } = complaint.fields
  return {
    complaintId: complaint.id,
    kind,
    coverageYear,
    state,
    office: shownOffice(table, desk),
    officeStated: isOfficeStated(table, kind),
    text: openWords(cipher, complaint, 'text'),
    says,
    answer: openWords(cipher, complaint, 'answer'),
    sentAt,
    asOf: changedAt,
  }
}

/** An office with its number, null where the notice gives none. */
function shownOffice(table: PolicyTable, desk: ComplaintDesk): ComplaintShown['office'] {
  const { name, phone } = officeAt(table, desk)
  return { name, phone: phone === 'unstated' ? null : phone }
}
