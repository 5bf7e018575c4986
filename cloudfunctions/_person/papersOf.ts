import type { TimelineEntry } from '../../shared/contracts/person'
import { complaintOf } from '../_complaints/complaintRecord'
import { objectionId } from '../_complaints/objectionRecord'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { specialNoteOf } from '../_progress/specialNoteRecord'
import { isShown, type ProofFields } from '../_proofs/proofRecord'
import type { ConsentFields } from '../_residents/consentRecord'
import { yearsOf } from '../_residents/enrollmentRecord'
import type { ResidentFields } from '../_residents/residentRecord'
import { colleagueName } from '../_staff/colleagueName'

const most = 50

/** Proofs, objections, notes on special groups, and that there is a consent; what stands in a paper or a text is not in it. */
export async function papersOf(ports: StaffPorts, stored: Stored<ResidentFields>): Promise<TimelineEntry[]> {
  const years = yearsOf(ports, stored.fields.region)
  const ofYears = await Promise.all(
    years.map(async (year) => [
      ...(await proofsOf(ports, stored.id, year)),
      ...(await objectionsOf(ports, stored.id, year)),
      ...(await specialOf(ports, stored.id, year)),
    ]),
  )
  return [...ofYears.flat(), ...(await consentsFor(ports, stored.id))]
}

async function proofsOf({ store }: StaffPorts, residentId: string, coverageYear: number) {
  const { documents } = await store.find<ProofFields>('proofs', {
    where: { residentId, coverageYear },
    sort: { field: 'receivedAt', order: 'descending' },
    limit: most,
  })
  return documents.flatMap(({ fields: { state, paper, receivedAt } }): TimelineEntry[] =>
    isShown(state) ? [{ what: 'proof', at: receivedAt, by: null, coverageYear, paper, state }] : [],
  )
}

async function objectionsOf(
  { store }: StaffPorts,
  residentId: string,
  coverageYear: number,
): Promise<TimelineEntry[]> {
  const objection = await complaintOf(store, objectionId(residentId, coverageYear))
  if (!objection) return []
  const { sentAt, state } = objection.fields
  return [{ what: 'objection', at: sentAt, by: null, coverageYear, state }]
}

async function specialOf(
  { store }: StaffPorts,
  residentId: string,
  coverageYear: number,
): Promise<TimelineEntry[]> {
  const note = await specialNoteOf(store, residentId, coverageYear)
  if (!note) return []
  const { changedAt, group, state, notedBy } = note.fields
  const by = await colleagueName(store, notedBy)
  return [{ what: 'special', at: changedAt, by, coverageYear, group, state }]
}

async function consentsFor({ store }: StaffPorts, residentId: string): Promise<TimelineEntry[]> {
  const { documents } = await store.find<ConsentFields>('consents', {
    where: { residentId },
    sort: { field: 'givenAt', order: 'descending' },
    limit: most,
  })
  return documents.map(({ fields: { givenAt, text, withdrawnAt } }) => ({
    what: 'consent',
    at: givenAt,
    by: null,
    text,
    withdrawn: withdrawnAt !== null,
  }))
}
