import { BeginImport } from '../../shared/contracts/beginImport'
import { importers } from '../_imports/importUseCase'
import { kindOf } from '../_imports/importKinds'
import { importOf, mayImport, nothingCounted, shownImport, type ImportFields } from '../_imports/importRecord'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 开始导入. A kind for a whole region is not for somebody of one town. */
export const beginImport = staffUseCase(BeginImport, importers, async ({ kind, key, parts }, ports) => {
  const { store, clock, staff } = ports
  if (!mayImport(staff, kind) || (kindOf(kind).wholeRegion && staff.town !== null))
    return refuse('notAllowed')
  const id = ports.cipher.index('import', `${staff.staffId}/${key}`)
  const at = clock.now()
  const fields: ImportFields = {
    region: staff.region,
    town: staff.town,
    kind,
    state: 'uploading',
    startedBy: staff.staffId,
    startedAt: at,
    changedAt: at,
    committedAt: null,
    parts,
    chunks: 0,
    rows: 0,
    next: 0,
    headings: [],
    mapping: {},
    counts: nothingCounted,
    statedTotal: null,
    refusal: null,
    spot: null,
  }
  await store.insert('imports', id, fields)
  const standing = await importOf(store, staff, id)
  if (!standing || standing.fields.kind !== kind || standing.fields.parts !== parts)
    return refuse('otherImport')
  return done(shownImport(standing))
})
