import type { Contract } from '../../../../shared/contracts/contract'
import type { Reached } from '../../api/call'
import { outages } from '../../texts/outages'
import { imports as words } from '../../texts/imports'

/** What stood in the way of a step, and what to do next. */
export function troubleOf(answer: Exclude<Reached<Contract>, { kind: 'done' }>): readonly string[] {
  if (answer.kind === 'unreached') return [outages.unreached[answer.why]]
  if (answer.refusal === 'dependedOn') {
    const many = (what: string) => Number(answer.details?.[what] ?? 0)
    return words.committed.dependedOn(many('changed'), many('paid'), many('closed'))
  }
  // A service newer than the page may refuse with a word the page does not know.
  const sentences: Readonly<Record<string, string>> = words.steps
  return [sentences[answer.refusal] ?? words.steps.badRequest]
}
