import type { CommitImport } from '../../../../shared/contracts/commitImport'
import type { RequestOf } from '../../../../shared/contracts/contract'
import type { ImportShown } from '../../../../shared/contracts/imports'
import type { MapImport } from '../../../../shared/contracts/mapImport'
import type { UndoImport } from '../../../../shared/contracts/undoImport'
import { useAsking } from '../useAsking'
import { troubleOf } from './troubleOf'

type Step = typeof MapImport | typeof CommitImport | typeof UndoImport

/** Begins one step of an import once, however often it is tapped, and keeps what stood in its way, line by line. */
export function useImportStep(onShown: (shown: ImportShown) => void) {
  const { ask, ...step } = useAsking<readonly string[]>()
  const take = <S extends Step>(contract: S, request: RequestOf<S>): void =>
    ask<Step>(contract, request, { onDone: onShown, troubleOf })
  return { ...step, take }
}
