import { ImportRejects } from '../../shared/contracts/importRejects'
import { noteTaken } from '../_audit/noteTaken'
import { importUseCase } from '../_imports/importUseCase'
import { rejectsFile } from '../_imports/rejectsFile'
import { done, refuse } from '../_ports/useCase'

/** 退回的行: known once the file was tried. */
export const importRejects = importUseCase(
  ImportRejects,
  ['tried', 'committing', 'committed', 'checking', 'undoing', 'undone'],
  async (standing, { from }, ports) => {
    if (standing.fields.rowsAre !== 'kept') return refuse('notNow')
    const { file, residentIds } = await rejectsFile(ports, standing, from)
    const { kind, counts } = standing.fields
    const details = { kind, rejected: counts.rejected }
    await noteTaken(
      ports,
      { action: 'importRejectsTaken', object: `imports/${standing.id}`, details },
      residentIds,
    )
    return done(file)
  },
)
