import { TryImport } from '../../shared/contracts/tryImport'
import { shownImport } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { tryChunks } from '../_imports/tryChunks'
import { done } from '../_ports/useCase'

/** 试运行: asked again when it is tried, it says the same. */
export const tryImport = importUseCase(TryImport, ['mapped', 'tried'], async (standing, _, ports) =>
  done(
    shownImport(
      ports.cipher,
      standing.fields.state === 'mapped' ? await tryChunks(ports, standing) : standing,
    ),
  ),
)
