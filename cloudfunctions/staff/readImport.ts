import { ReadImport } from '../../shared/contracts/readImport'
import { importOf, moveImport, shownImport } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { readFile, wholeFile } from '../_imports/readFile'
import { done, refuse } from '../_ports/useCase'

/** 读文件. */
export const readImport = importUseCase(ReadImport, ['uploading'], async (standing, _, ports) => {
  const file = await wholeFile(ports, standing)
  if (!file) return refuse('partMissing')
  const found = await readFile(ports, standing, file)
  const event = found.refusal === null ? 'read' : 'refusedByReader'
  const { store, staff, clock } = ports
  const moved = await store.transaction(async (documents) => {
    const now = await importOf(documents, staff, standing.id)
    return now?.fields.state === 'uploading'
      ? moveImport(documents, now, { event, by: staff.staffId }, { ...found, changedAt: clock.now() })
      : now
  })
  return moved ? done(shownImport(ports.cipher, moved)) : refuse('notFound')
})
