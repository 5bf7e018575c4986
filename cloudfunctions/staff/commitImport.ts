import { CommitImport } from '../../shared/contracts/commitImport'
import type { RequestOf } from '../../shared/contracts/contract'
import { commitRows } from '../_imports/commitRows'
import { finishCommit } from '../_imports/finishCommit'
import {
  importOf,
  moveImport,
  nothingCounted,
  sealReason,
  shownImport,
  type Import,
} from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { withinOneCall } from '../_ports/withinOneCall'
import { canonicalJson } from '../_ports/canonicalJson'
import { giveWay } from '../_ports/giveWay'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'

/** 导入: goes on where the last call, whoever made it, left off. A total that differs wants a reason, which is kept with it. */
export const commitImport = importUseCase(
  CommitImport,
  ['tried', 'committing', 'committed'],
  async ({ id, fields }, { reason, lists, seen }, ports) => {
    const { statedTotal, countedTotal } = fields
    const differs = statedTotal !== null && statedTotal !== countedTotal
    if (fields.state === 'tried' && differs && reason === undefined)
      return refuse('totalDiffers', { stated: statedTotal, counted: countedTotal })
    let standing = await begin(ports, id, { reason: differs ? reason : undefined, lists, seen })
    if (standing?.fields.state === 'tried') return refuse('notNow')
    for (const goOn = withinOneCall(); standing?.fields.state === 'committing' && goOn(); await giveWay())
      standing = await commitNext(ports, standing)
    return standing ? done(shownImport(ports.cipher, standing)) : refuse('notFound')
  },
)

const commitNext = (ports: StaffPorts, { id, fields: { next, chunks } }: Import) =>
  next < chunks ? commitRows(ports, id) : finishCommit(ports, id)

type Agreed = Pick<RequestOf<typeof CommitImport>, 'reason' | 'lists' | 'seen'>

/** Begins it where it is tried, and tried as it was seen; otherwise says how it stands. */
const begin = (
  { store, staff, clock, cipher }: StaffPorts,
  importId: string,
  { reason, lists, seen }: Agreed,
): Promise<Import | undefined> =>
  store.transaction(async (documents) => {
    const standing = await importOf(documents, staff, importId)
    if (standing?.fields.state !== 'tried') return standing
    if (seen && canonicalJson(seen) !== canonicalJson(standing.fields.mapping)) return standing
    const { statedTotal, countedTotal } = standing.fields
    const explained: Record<string, number> =
      reason === undefined ? {} : { stated: statedTotal ?? 0, counted: countedTotal }
    const sealedReason = reason === undefined ? null : sealReason(cipher, importId, reason)
    const at = clock.now()
    const begun = { next: 0, place: 0, counts: nothingCounted, commitBegunAt: at, changedAt: at }
    const changes = { ...begun, sealedReason, lists: lists ?? null }
    return moveImport(
      documents,
      standing,
      { event: 'commitBegun', by: staff.staffId, details: explained },
      changes,
    )
  })
