/** 核实特殊人群: the bureau has looked at the evidence; from then on nobody is sent to the door. */
import { CheckSpecial } from '../../shared/contracts/specialNotes'
import { moveSpecialNote, specialNoteOf } from '../_progress/specialNoteRecord'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const checkSpecial = staffUseCase(
  CheckSpecial,
  ['bureau'],
  async ({ residentId, coverageYear }, { store, staff: { staffId }, clock }) => {
    const at = clock.now()
    return store.transaction(async (documents) => {
      const standing = await specialNoteOf(documents, residentId, coverageYear)
      if (!standing) return refuse('notFound')
      const { state, notedBy, checkedBy } = standing.fields
      if (state === 'checked' && checkedBy === staffId) return done({ residentId, state })
      if (state !== 'noted') return refuse('notNow')
      if (notedBy === staffId) return refuse('ownNote')
      const event = { event: 'checkedByBureau', staffId } as const
      const changes = { checkedBy: staffId, checkedAt: at, changedAt: at }
      return done({ residentId, state: await moveSpecialNote(documents, standing, event, changes) })
    })
  },
)
