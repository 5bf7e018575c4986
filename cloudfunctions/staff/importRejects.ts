import { ImportRejects } from '../../shared/contracts/importRejects'
import { importUseCase } from '../_imports/importUseCase'
import { rejectsFile } from '../_imports/rejectsFile'
import { done } from '../_ports/useCase'

/** 退回的行: known once the file was tried. */
export const importRejects = importUseCase(
  ImportRejects,
  ['tried', 'committing', 'committed', 'undoing', 'undone'],
  async (standing, { from }, ports) => done(await rejectsFile(ports, standing, from)),
)
