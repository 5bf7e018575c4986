import type { ImportState } from '../../shared/contracts/imports'
import { statesOf, type Transitions } from '../_states/transitions'

export type ImportEvent =
  | 'read'
  | 'refusedByReader'
  | 'columnsNamed'
  | 'triedOut'
  | 'commitBegun'
  | 'commitDone'
  | 'undoBegun'
  | 'undoDone'

/** Every way an import (导入) can go. Naming columns anew after a trial is another trial. */
export const importTransitions = {
  uploading: { read: 'uploaded', refusedByReader: 'refused' },
  uploaded: { columnsNamed: 'mapped' },
  mapped: { columnsNamed: 'mapped', triedOut: 'tried' },
  tried: { columnsNamed: 'mapped', commitBegun: 'committing' },
  committing: { commitDone: 'committed' },
  committed: { undoBegun: 'undoing' },
  undoing: { undoDone: 'undone' },
  undone: {},
  refused: {},
} as const satisfies Transitions<ImportState, ImportEvent>

export const importStates = statesOf<ImportState>(importTransitions)
