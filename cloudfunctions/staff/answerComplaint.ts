/** 答复: what the resident reads. */
import { AnswerComplaint } from '../../shared/contracts/staffComplaints'
import { openWords, sealWords } from '../_complaints/complaintRecord'
import { staffUseCase } from '../_staff/staffUseCase'
import { actOnComplaint } from '../_complaints/actOnComplaint'

export const answerComplaint = staffUseCase(
  AnswerComplaint,
  ['tax', 'bureau', 'clerk'],
  ({ complaintId, answer }, ports) =>
    actOnComplaint(ports, complaintId, {
      event: 'answeredByStaff',
      changes: { sealedAnswer: sealWords(ports.cipher, complaintId, 'answer', answer) },
      isThere: (complaint) =>
        complaint.fields.state === 'answered' && openWords(ports.cipher, complaint, 'answer') === answer,
    }),
)
