import { UndoImport } from '../../shared/contracts/undoImport'
import { checkChunk } from '../_imports/checkChunk'
import {
  dependentsSoFar,
  importOf,
  moveImport,
  nothingDepends,
  shownImport,
  type Import,
} from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { undoRows } from '../_imports/undoRows'
import { withinOneCall } from '../_ports/withinOneCall'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'

/**
 * 撤销: goes on where the last call, whoever made it, left off. All of it is checked first: nothing is undone where something depends on
 * it by then.
 */
export const undoImport = importUseCase(
  UndoImport,
  ['committed', 'checking', 'undoing', 'undone'],
  async (found, _, ports) => {
    let standing: Import | undefined =
      found.fields.state === 'committed' ? await begin(ports, found.id) : found
    for (const goOn = withinOneCall(); standing && isUnderWay(standing) && goOn(); await giveWay())
      standing = await goOnUndoing(ports, standing)
    if (!standing) return refuse('notFound')
    if (standing.fields.state === 'committed')
      return refuse('dependedOn', { ...dependentsSoFar(standing.fields) })
    return done(shownImport(ports.cipher, standing))
  },
)

const isUnderWay = ({ fields: { state } }: Import): boolean => state === 'checking' || state === 'undoing'

const goOnUndoing = (ports: StaffPorts, standing: Import): Promise<Import | undefined> =>
  standing.fields.state === 'checking' ? checkChunk(ports, standing) : undoRows(ports, standing)

const begin = ({ store, staff, clock }: StaffPorts, importId: string): Promise<Import | undefined> =>
  store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'committed') return standing
    const changes = { next: 0, place: 0, dependents: nothingDepends, changedAt: clock.now() }
    return moveImport(documents, standing, { event: 'undoAsked', by: staff.staffId }, changes)
  })
