/** 受理: somebody at the desk takes it, and answers it. */
import { TakeComplaint } from '../../shared/contracts/staffComplaints'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnComplaint } from '../_complaints/actOnComplaint'

export const takeComplaint = staffUseCase(
  TakeComplaint,
  ['tax', 'bureau', 'clerk'],
  ({ complaintId }, ports) =>
    actOnComplaint(ports, complaintId, {
      event: 'takenByStaff',
      isThere: ({ fields }) => fields.state === 'handling',
    }),
)
