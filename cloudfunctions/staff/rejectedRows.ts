import { RejectedRows } from '../../shared/contracts/rejectedRows'
import { importUseCase } from '../_imports/importUseCase'
import { noteRejectsRead } from '../_imports/noteRejectsRead'
import { rejectedRows as rowsFrom } from '../_imports/rejectedRows'
import { done, refuse } from '../_ports/useCase'

/** 退回的行, on the screen. */
export const rejectedRows = importUseCase(
  RejectedRows,
  ['tried', 'committing', 'committed', 'checking', 'undoing', 'undone'],
  async (standing, { from }, ports) => {
    if (standing.fields.rowsAre !== 'kept') return refuse('notNow')
    if (from === 0 && standing.fields.counts.rejected > 0) await noteRejectsRead(ports, standing)
    return done(await rowsFrom(ports, standing, from))
  },
)
