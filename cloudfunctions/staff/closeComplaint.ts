/** 办结. */
import { CloseComplaint } from '../../shared/contracts/staffComplaints'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnComplaint } from '../_complaints/actOnComplaint'

export const closeComplaint = staffUseCase(
  CloseComplaint,
  ['tax', 'bureau', 'clerk'],
  ({ complaintId }, ports) =>
    actOnComplaint(ports, complaintId, {
      event: 'closedByStaff',
      isThere: ({ fields }) => fields.state === 'closed',
    }),
)
