/** 特殊人群台账: the notes of a coverage year; of a town's clerk, that town's. Who was shown is in the audit log. */
import { ListSpecial, specialReaders, type SpecialNoteShown } from '../../shared/contracts/specialNotes'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { noteLook } from '../_audit/noteLook'
import { peopleSeen } from '../_audit/notePeopleSeen'
import {
  openSpecialWords,
  type SpecialNoteDocument,
  type SpecialNoteFields,
} from '../_progress/specialNoteRecord'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 20

export const listSpecial = staffUseCase(
  ListSpecial,
  specialReaders,
  async ({ coverageYear, state, cursor }, ports) => {
    const page = await ports.store.find<SpecialNoteFields>('specialNotes', {
      where: { coverageYear, state },
      sort: { field: 'notedAt', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const shown = await Promise.all(page.documents.map((note) => shownNote(ports, note)))
    const notes = shown.flatMap((note) => note ?? [])
    await noteLook(ports, 'specialListed', {
      coverageYear,
      ...peopleSeen(notes.map(({ residentId }) => residentId)),
    })
    return done({ notes, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) })
  },
)

/** Undefined where the person has moved to another town meanwhile: then they are that town's. */
async function shownNote(
  { store, cipher, staff }: StaffPorts,
  note: SpecialNoteDocument,
): Promise<SpecialNoteShown | undefined> {
  const { residentId, town, village, group, scheme, state, notedBy, notedAt, checkedAt } = note.fields
  const stored = await store.get<ResidentFields>('residents', residentId)
  if (!stored) return undefined
  const { name, idNumber } = openResident(cipher, stored)
  const isBureau = staff.role === 'bureau'
  return {
    residentId,
    name,
    maskedId: maskIdNumber(idNumber),
    town,
    village,
    group,
    scheme,
    ...openSpecialWords(cipher, note),
    state,
    notedAt,
    checkedAt,
    mayCheck: isBureau && state === 'noted' && notedBy !== staff.staffId,
    mayWithdraw: state === 'noted' ? staff.role !== 'auditor' : state === 'checked' && isBureau,
  }
}
