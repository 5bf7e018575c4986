/** 撤回特殊人群登记: it was wrong, or is over. What was noted stays in the audit log. */
import { WithdrawSpecial } from '../../shared/contracts/specialNotes'
import { moveSpecialNote, specialNoteOf } from '../_progress/specialNoteRecord'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const withdrawSpecial = staffUseCase(
  WithdrawSpecial,
  ['clerk', 'bureau'],
  async ({ residentId, coverageYear }, { store, staff, clock }) => {
    const changedAt = clock.now()
    return store.transaction(async (documents) => {
      const standing = await specialNoteOf(documents, residentId, coverageYear)
      if (!standing) return refuse('notFound')
      const { state } = standing.fields
      if (state === 'withdrawn') return refuse('notNow')
      if (state === 'checked' && staff.role !== 'bureau') return refuse('checkedAlready')
      const event = { event: 'withdrawnByStaff', staffId: staff.staffId } as const
      return done({ residentId, state: await moveSpecialNote(documents, standing, event, { changedAt }) })
    })
  },
)
