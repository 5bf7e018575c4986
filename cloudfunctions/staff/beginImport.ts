import { BeginImport } from '../../shared/contracts/beginImport'
import { importers } from '../../shared/contracts/whoImports'
import { kindOf } from '../_imports/importKinds'
import {
  importOf,
  mayImport,
  nothingCounted,
  sealName,
  shownImport,
  type ImportFields,
} from '../_imports/importRecord'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

/** 开始导入. */
export const beginImport = staffUseCase(BeginImport, importers, async (request, ports) => {
  const { kind, key, fileName, parts } = request
  const { store, clock, staff } = ports
  if (!mayImport(staff, kind)) return refuse('notAllowed')
  if (kindOf(kind).ofYear && request.coverageYear === undefined) return refuse('yearMissing')
  const id = ports.cipher.index('import', `${staff.staffId}/${key}`)
  const at = clock.now()
  const fields: ImportFields = {
    region: staff.region,
    town: staff.town,
    kind,
    coverageYear: kindOf(kind).ofYear ? (request.coverageYear ?? null) : null,
    state: 'uploading',
    sealedName: sealName(ports.cipher, id, fileName),
    startedBy: staff.staffId,
    startedAs: staff.role,
    startedAt: at,
    changedAt: at,
    commitBegunAt: null,
    committedAt: null,
    parts,
    chunks: 0,
    rows: 0,
    next: 0,
    place: 0,
    headings: [],
    mapping: {},
    rounded: false,
    counts: nothingCounted,
    totals: [],
    statedTotal: null,
    countedTotal: 0,
    sealedReason: null,
    last: null,
    lists: null,
    rowsAre: 'kept',
    cleared: 0,
    refusal: null,
    spot: null,
  }
  await store.insert('imports', id, fields)
  const standing = await importOf(store, staff, id)
  if (!standing || standing.fields.kind !== kind || standing.fields.parts !== parts)
    return refuse('otherImport')
  return done(shownImport(ports.cipher, standing))
})
