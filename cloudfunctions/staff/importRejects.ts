import { ImportRejects } from '../../shared/contracts/importRejects'
import { noteLook } from '../_imports/noteLook'
import { importUseCase } from '../_imports/importUseCase'
import { rejectsFile } from '../_imports/rejectsFile'
import { done, refuse } from '../_ports/useCase'

/** 退回的行: known once the file was tried. */
export const importRejects = importUseCase(
  ImportRejects,
  ['tried', 'committing', 'committed', 'undoing', 'undone'],
  async (standing, { from }, ports) => {
    if (standing.fields.rowsAre !== 'kept') return refuse('notNow')
    if (from === 0) await noteLook(ports, standing, 'importRejectsTaken')
    return done(await rejectsFile(ports, standing, from))
  },
)
