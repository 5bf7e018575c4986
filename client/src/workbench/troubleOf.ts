import type { GeneralRefusal } from '../../../shared/contracts/contract'
import type { Unreached } from '../api/call'
import { outages } from '../texts/outages'

const ofEveryCall: Readonly<Record<GeneralRefusal, string>> = {
  badRequest: outages.badRequest,
  tooMany: outages.tooMany,
  notAllowed: outages.notAllowed,
}

/** What stood in the way, and what to do next; `refusals` has the sentences of the use case's own. */
export function troubleOf(
  answer: Unreached | { kind: 'refused'; refusal: string },
  refusals: Readonly<Record<string, string>>,
): string {
  if (answer.kind === 'unreached') return outages.unreached[answer.why]
  // A service newer than the page may refuse with a word the page does not know.
  const sentences: Readonly<Record<string, string>> = { ...ofEveryCall, ...refusals }
  return sentences[answer.refusal] ?? outages.badRequest
}
