/** 转办: another office has it from now on, and nobody there has taken it yet. */
import { ForwardComplaint } from '../../shared/contracts/staffComplaints'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnComplaint } from '../_complaints/actOnComplaint'

export const forwardComplaint = staffUseCase(
  ForwardComplaint,
  ['tax', 'bureau', 'clerk'],
  ({ complaintId, to }, ports) =>
    actOnComplaint(ports, complaintId, {
      event: 'forwardedByStaff',
      changes: { desk: to, handledBy: null },
      // Forwarded, it is out of the caller's hands: said again, it is at another desk.
      isThere: () => false,
    }),
)
