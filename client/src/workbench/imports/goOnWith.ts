import { CommitImport } from '../../../../shared/contracts/commitImport'
import type { ImportShown, ImportState } from '../../../../shared/contracts/imports'
import { TryImport } from '../../../../shared/contracts/tryImport'
import { UndoImport } from '../../../../shared/contracts/undoImport'
import { call } from '../../api/call'
import { troubleOf } from './troubleOf'

export type Heard = { kind: 'shown'; shown: ImportShown } | { kind: 'trouble'; lines: readonly string[] }

/** In these the service has work to do, so much at a call. */
const works: Partial<Record<ImportState, typeof TryImport | typeof CommitImport | typeof UndoImport>> = {
  mapped: TryImport,
  committing: CommitImport,
  undoing: UndoImport,
}

/** Who looks at an import that goes on; the latest one hears of it. */
const hearers = new Map<string, (heard: Heard) => void>()

/**
 * Asks for more until the step is through, also while another page is looked at; whoever comes back hears how far it is. One import
 * goes on once, however often it is asked for.
 */
export async function goOnWith(
  importId: string,
  from: ImportState,
  hear: (heard: Heard) => void,
): Promise<void> {
  const isGoingOn = hearers.has(importId)
  if (isGoingOn || works[from]) hearers.set(importId, hear)
  if (isGoingOn) return
  let contract = works[from]
  while (contract) {
    const answer = await call(contract, { importId })
    const heard: Heard =
      answer.kind === 'done'
        ? { kind: 'shown', shown: answer.reply }
        : { kind: 'trouble', lines: troubleOf(answer) }
    hearers.get(importId)?.(heard)
    contract = answer.kind === 'done' ? works[answer.reply.state] : undefined
  }
  hearers.delete(importId)
}
