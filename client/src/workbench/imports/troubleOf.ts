import type { Contract } from '../../../../shared/contracts/contract'
import type { Reached } from '../../api/call'
import { outages } from '../../texts/outages'
import { importUndo } from '../../texts/importUndo'
import { imports as words } from '../../texts/imports'

/** What stood in the way of a step, and what to do next. */
export function troubleOf(answer: Exclude<Reached<Contract>, { kind: 'done' }>): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why]]
  if (answer.refusal === 'dependedOn') {
    const many = (what: string) => Number(answer.details?.[what] ?? 0)
    return importUndo.dependedOn({ changed: many('changed'), paid: many('paid'), closed: many('closed') })
  }
  // A service newer than the page may refuse with a word the page does not know.
  const sentences: Readonly<Record<string, string>> = words.steps
  return [sentences[answer.refusal] ?? words.steps.badRequest]
}
