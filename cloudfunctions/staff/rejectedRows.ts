import { RejectedRows } from '../../shared/contracts/rejectedRows'
import { noteLook } from '../_audit/noteLook'
import { importUseCase } from '../_imports/importUseCase'
import { rejectedRows as rowsFrom } from '../_imports/rejectedRows'
import { done, refuse } from '../_ports/useCase'

/** 退回的行, on the screen. */
export const rejectedRows = importUseCase(
  RejectedRows,
  ['tried', 'committing', 'committed', 'checking', 'undoing', 'undone'],
  async (standing, { from }, ports) => {
    if (standing.fields.rowsAre !== 'kept') return refuse('notNow')
    const { kind, counts } = standing.fields
    // People are named in them.
    if (from === 0 && counts.rejected > 0)
      await noteLook(
        ports,
        'importRejectsRead',
        { kind, rejected: counts.rejected },
        `imports/${standing.id}`,
      )
    return done(await rowsFrom(ports, standing, from))
  },
)
