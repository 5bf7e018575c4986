import { MapImport } from '../../shared/contracts/mapImport'
import { neededFields } from '../_imports/importKinds'
import { importOf, moveImport, nothingCounted, shownImport } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { markTwice } from '../_imports/markTwice'
import { rememberMapping } from '../_imports/rememberedMapping'
import { statedTotal } from '../_imports/statedTotal'
import { done, refuse } from '../_ports/useCase'

/** 对应列. */
export const mapImport = importUseCase(
  MapImport,
  ['uploaded', 'mapped', 'tried'],
  async (standing, { mapping, statedTotal: typed }, ports) => {
    const { kind, headings, totals } = standing.fields
    const missing = neededFields(kind).filter((field) => mapping[field] === undefined)
    if (missing.length > 0) return refuse('columnMissing', { columns: missing })
    const countedTotal = await markTwice(ports, standing, mapping)
    await rememberMapping(ports, kind, headings, mapping)
    const { store, staff, clock } = ports
    const moved = await store.transaction(async (documents) => {
      const now = await importOf(documents, staff, standing.id)
      if (now?.revision !== standing.revision) return undefined
      const changes = {
        mapping,
        statedTotal: typed ?? statedTotal(kind, mapping, totals),
        countedTotal,
        next: 0,
        place: 0,
        counts: nothingCounted,
        last: null,
        changedAt: clock.now(),
      }
      return moveImport(documents, now, { event: 'columnsNamed', by: staff.staffId }, changes)
    })
    return moved ? done(shownImport(ports.cipher, moved)) : refuse('notNow')
  },
)
