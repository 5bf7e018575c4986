import { CommitImport } from '../../shared/contracts/commitImport'
import { commitChunk } from '../_imports/commitChunk'
import { importOf, moveImport, nothingCounted, shownImport, type Import } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { withinOneCall } from '../_imports/withinOneCall'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'

/** 导入: goes on where the last call, whoever made it, left off. */
export const commitImport = importUseCase(
  CommitImport,
  ['tried', 'committing', 'committed'],
  async ({ id, fields }, _, ports) => {
    const { statedTotal, rows } = fields
    if (fields.state === 'tried' && statedTotal !== null && statedTotal !== rows)
      return refuse('totalDiffers', { stated: statedTotal, counted: rows })
    let standing = await begin(ports, id)
    for (const goOn = withinOneCall(); standing?.fields.state === 'committing' && goOn();)
      standing = await commitChunk(ports, id)
    return standing ? done(shownImport(standing)) : refuse('notFound')
  },
)

const begin = ({ store, staff, clock }: StaffPorts, importId: string): Promise<Import | undefined> =>
  store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'tried') return standing
    const changes = { next: 0, counts: nothingCounted, changedAt: clock.now() }
    return moveImport(documents, standing, { event: 'commitBegun', by: staff.staffId }, changes)
  })
