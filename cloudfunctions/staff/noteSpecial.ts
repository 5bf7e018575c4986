/** 登记特殊人群: by the town that knows the person, or by the bureau. */
import type { RequestOf } from '../../shared/contracts/contract'
import { NoteSpecial } from '../../shared/contracts/specialNotes'
import {
  insertSpecialNote,
  moveSpecialNote,
  openSpecialWords,
  sealSpecialWords,
  specialNoteOf,
  type SpecialNoteDocument,
  type SpecialNoteFields,
} from '../_progress/specialNoteRecord'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { partitionOf } from '../_residents/partition'
import { yearId } from '../_residents/enrollmentRecord'
import { isNobodys, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

export const noteSpecial = staffUseCase(NoteSpecial, ['clerk', 'bureau'], async (request, ports) => {
  const { residentId, coverageYear } = request
  if (request.group === 'insuredElsewhere' && (request.scheme === null || request.insuredAt === null))
    return refuse('elsewhereMissing')
  if (!ports.policies.inForce(ports.staff.region, coverageYear)) return refuse('noPolicy')
  return ports.store.transaction(async (documents) => {
    const resident = await documents.get<ResidentFields>('residents', residentId)
    if (!resident || isNobodys(resident)) return refuse('notFound')
    const fields = fieldsOf(ports, request, resident.fields)
    const standing = await specialNoteOf(documents, residentId, coverageYear)
    if (!standing)
      return (await insertSpecialNote(documents, fields)) === 'outOfReach'
        ? refuse('notedBeforeMove')
        : done({ residentId, state: fields.state })
    if (standing.fields.state === 'withdrawn') {
      const event = { event: 'notedAgain', staffId: ports.staff.staffId } as const
      return done({ residentId, state: await moveSpecialNote(documents, standing, event, fields) })
    }
    return isSame(ports, standing, request)
      ? done({ residentId, state: standing.fields.state })
      : refuse('notedAlready')
  })
})

type Request = RequestOf<typeof NoteSpecial>

/** Where somebody is insured belongs to that group alone. */
const elsewhere = ({ group, scheme, insuredAt }: Request) =>
  group === 'insuredElsewhere' ? { scheme, insuredAt } : { scheme: null, insuredAt: null }

function fieldsOf(
  { cipher, clock, staff }: StaffPorts,
  request: Request,
  { region, town, village }: ResidentFields,
): SpecialNoteFields {
  const { residentId, coverageYear, group, evidence } = request
  const { scheme, insuredAt } = elsewhere(request)
  const at = clock.now()
  return {
    residentId,
    region,
    town,
    village,
    partition: partitionOf(residentId),
    coverageYear,
    group,
    scheme,
    sealedWords: sealSpecialWords(cipher, yearId(residentId, coverageYear), { evidence, insuredAt }),
    state: 'noted',
    notedBy: staff.staffId,
    checkedBy: null,
    notedAt: at,
    checkedAt: null,
    changedAt: at,
  }
}

function isSame({ cipher }: StaffPorts, standing: SpecialNoteDocument, request: Request): boolean {
  const words = openSpecialWords(cipher, standing)
  const { scheme, insuredAt } = elsewhere(request)
  return (
    standing.fields.group === request.group &&
    standing.fields.scheme === scheme &&
    words.evidence === request.evidence &&
    words.insuredAt === insuredAt
  )
}
