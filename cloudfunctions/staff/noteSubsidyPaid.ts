/** 资助已发放: noted once, so that whoever asked for it is told once. */
import { NoteSubsidyPaid } from '../../shared/contracts/noteSubsidyPaid'
import { noteEvent } from '../_audit/noteEvent'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { stands, yearId, type EnrollmentFields } from '../_residents/enrollmentRecord'
import { subsidyPaymentOf, type SubsidyPaymentFields } from '../_residents/subsidyPayment'
import { staffUseCase } from '../_staff/staffUseCase'

export const noteSubsidyPaid = staffUseCase(
  NoteSubsidyPaid,
  ['finance'],
  async ({ residentId, coverageYear, fen, paidOn }, { store, clock, staff }) => {
    if (paidOn > clock.today()) return refuse('inFuture')
    const id = yearId(residentId, coverageYear)
    const now = clock.now()
    return store.transaction(async (documents) => {
      const enrollment = await documents.get<EnrollmentFields>('enrollments', id)
      if (!enrollment || !stands(enrollment)) return refuse('notFound')
      const standing = await subsidyPaymentOf(documents, residentId, coverageYear)
      if (standing) {
        const same = standing.fields.fen === fen && standing.fields.paidOn === paidOn
        return same ? done({ noted: true as const }) : refuse('notedAlready')
      }
      const fields: SubsidyPaymentFields = {
        residentId,
        region: enrollment.fields.region,
        coverageYear,
        fen,
        paidOn,
        notedBy: staff.staffId,
        notedAt: now,
      }
      await documents.insert('subsidyPayments', id, fields)
      await noteEvent(documents, `subsidyPaid-${id}`, {
        actor: actorOf(staff),
        action: 'subsidyPaid',
        object: `subsidyPayments/${id}`,
        at: now,
        details: { fen },
      })
      return done({ noted: true as const })
    })
  },
)
