import type { ImportState } from '../../shared/contracts/imports'
import type { Transitions } from '../_states/transitions'

/**
 * `columnsNamed` may come again after a trial · `undoRefused` something depends on it · `lapsed` nobody went on with it for so long that
 * its rows are cleared away.
 */
export type ImportEvent =
  | 'read'
  | 'refusedByReader'
  | 'columnsNamed'
  | 'triedOut'
  | 'commitBegun'
  | 'commitDone'
  | 'undoAsked'
  | 'undoRefused'
  | 'undoBegun'
  | 'undoDone'
  | 'lapsed'

/** Every way an import (导入) can go. Naming columns anew after a trial is another trial. */
export const importTransitions = {
  uploading: { read: 'uploaded', refusedByReader: 'refused', lapsed: 'abandoned' },
  uploaded: { columnsNamed: 'mapped', lapsed: 'abandoned' },
  mapped: { columnsNamed: 'mapped', triedOut: 'tried', lapsed: 'abandoned' },
  tried: { columnsNamed: 'mapped', commitBegun: 'committing', lapsed: 'abandoned' },
  committing: { commitDone: 'committed' },
  committed: { undoAsked: 'checking' },
  // Nothing is taken back while it is only looked through: one that nobody goes on with is as it was.
  checking: { undoRefused: 'committed', undoBegun: 'undoing', lapsed: 'committed' },
  undoing: { undoDone: 'undone' },
  undone: {},
  refused: {},
  abandoned: {},
} as const satisfies Transitions<ImportState, ImportEvent>
