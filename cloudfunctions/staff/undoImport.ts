import { UndoImport } from '../../shared/contracts/undoImport'
import { dependentsOf } from '../_imports/dependents'
import { importOf, moveImport, shownImport, type Import } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { undoRows } from '../_imports/undoRows'
import { withinOneCall } from '../_imports/withinOneCall'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'

/** 撤销: nothing is undone where something depends on it by now. */
export const undoImport = importUseCase(
  UndoImport,
  ['committed', 'undoing', 'undone'],
  async (found, _, ports) => {
    if (found.fields.state === 'committed') {
      const dependents = await dependentsOf(ports, found)
      if (Object.values(dependents).some((many) => many > 0)) return refuse('dependedOn', { ...dependents })
    }
    let standing = await begin(ports, found.id)
    for (const goOn = withinOneCall(); standing?.fields.state === 'undoing' && goOn(); await giveWay())
      standing = await undoRows(ports, found.id)
    return standing ? done(shownImport(ports.cipher, standing)) : refuse('notFound')
  },
)

const begin = ({ store, staff, clock }: StaffPorts, importId: string): Promise<Import | undefined> =>
  store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committed') return standing
    const changes = { next: 0, place: 0, changedAt: clock.now() }
    return moveImport(documents, standing, { event: 'undoBegun', by: staff.staffId }, changes)
  })
