import { importState } from '../../shared/contracts/imports'
import { OpenImport } from '../../shared/contracts/openImport'
import { shownImport } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { sampleRows } from '../_imports/sampleRows'
import { done } from '../_ports/useCase'

/** Columns are named, and named anew, in these. */
const namedIn: ReadonlySet<string> = new Set(['uploaded', 'mapped', 'tried'])

/** 看一份导入. */
export const openImport = importUseCase(OpenImport, importState.options, async (standing, _, ports) =>
  done({
    import: shownImport(ports.cipher, standing),
    sample: namedIn.has(standing.fields.state) ? await sampleRows(ports, standing) : [],
  }),
)
