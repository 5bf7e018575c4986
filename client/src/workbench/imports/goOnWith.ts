import { CommitImport } from '../../../../shared/contracts/commitImport'
import type { ImportShown, ImportState } from '../../../../shared/contracts/imports'
import { OpenImport } from '../../../../shared/contracts/openImport'
import { TryImport } from '../../../../shared/contracts/tryImport'
import { UndoImport } from '../../../../shared/contracts/undoImport'
import { call } from '../../api/call'
import { troubleOf } from './troubleOf'

/** How far an import is after one call's worth of work, or what stood in the way, line by line. */
export type Heard = { kind: 'shown'; shown: ImportShown } | { kind: 'trouble'; lines: readonly string[] }

type Work = typeof TryImport | typeof CommitImport | typeof UndoImport

/** In these the service has work to do, so much at a call. */
const works: Partial<Record<ImportState, Work>> = {
  mapped: TryImport,
  committing: CommitImport,
  checking: UndoImport,
  undoing: UndoImport,
}

/** One call's worth of it. An undoing that is refused stands committed again, and says itself why. */
async function askOnce(contract: Work, importId: string): Promise<Heard> {
  const answer = await call<Work>(contract, { importId })
  if (answer.kind === 'done') return { kind: 'shown', shown: answer.reply }
  if (answer.kind === 'refused' && answer.refusal === 'dependedOn') {
    const opened = await call(OpenImport, { importId })
    if (opened.kind === 'done') return { kind: 'shown', shown: opened.reply.import }
  }
  return { kind: 'trouble', lines: troubleOf(answer) }
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
    const heard = await askOnce(contract, importId)
    hearers.get(importId)?.(heard)
    contract = heard.kind === 'shown' ? works[heard.shown.state] : undefined
  }
  hearers.delete(importId)
}
