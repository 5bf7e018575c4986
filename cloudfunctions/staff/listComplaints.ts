/** 待办意见: what waits at a desk, with the facts that came with it. */
import {
  complaintDesksOf,
  ListComplaints,
  type ComplaintOnDesk,
} from '../../shared/contracts/staffComplaints'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { notePeopleSeen } from '../_audit/notePeopleSeen'
import { isColleagues } from '../_complaints/isColleagues'
import { openWords, type Complaint, type ComplaintFields } from '../_complaints/complaintRecord'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 20

export const listComplaints = staffUseCase(
  ListComplaints,
  ['tax', 'bureau', 'clerk', 'auditor'],
  async ({ desk, state, cursor }, ports) => {
    if (!complaintDesksOf[ports.staff.role]?.includes(desk)) return refuse('notAllowed')
    const page = await ports.store.find<ComplaintFields>('complaints', {
      where: { desk, state },
      sort: { field: 'sentAt', order: 'ascending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const complaints = await Promise.all(page.documents.map((complaint) => onDesk(ports, complaint)))
    const seen = complaints.flatMap(({ person }) => (person ? [person.residentId] : []))
    await notePeopleSeen(ports, 'complaints', seen)
    return done({
      complaints,
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    })
  },
)

async function onDesk(ports: StaffPorts, complaint: Complaint): Promise<ComplaintOnDesk> {
  const { kind, state, desk, coverageYear, page, version, orderNumber, recorded, says } = complaint.fields
  const { sentAt, changedAt, callerIndex } = complaint.fields
  const { staff } = ports
  return {
    complaintId: complaint.id,
    kind,
    state,
    desk,
    coverageYear,
    page,
    version,
    orderNumber,
    text: openWords(ports.cipher, complaint, 'text'),
    recorded,
    says,
    person: await personOf(ports, complaint),
    answer: openWords(ports.cipher, complaint, 'answer'),
    sentAt,
    asOf: changedAt,
    mayAct:
      staff.role !== 'auditor' &&
      callerIndex !== staff.callerIndex &&
      !(await isColleagues(ports.store, ports, complaint)),
  }
}

/** Null for whoever only has something to say: nobody need be named for that. */
async function personOf({ store, cipher }: StaffPorts, { fields: { residentId } }: Complaint) {
  if (residentId === null) return null
  const stored = await store.get<ResidentFields>('residents', residentId)
  if (!stored) return null
  const { name, idNumber } = openResident(cipher, stored)
  return { residentId, name, maskedId: maskIdNumber(idNumber) }
}
