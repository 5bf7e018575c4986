import type { Contract, RefusalOf, ReplyOf, RequestOf } from '../../../shared/contracts/contract'
import { troubleOf } from './troubleOf'
import { useAsking } from './useAsking'

/** One sentence for every refusal of a use case; a missing one does not compile. */
export type Sentences<C extends Contract> = Readonly<Record<RefusalOf<C>, string>>

/** Takes one step at a time, each once however often it is tapped, and keeps what stood in its way, in a sentence. */
export function useStep() {
  const { ask, ...step } = useAsking<string>()
  const take = <C extends Contract>(
    contract: C,
    request: RequestOf<C>,
    refusals: Sentences<C>,
    onDone: (reply: ReplyOf<C>) => void,
    onRefused?: () => void,
  ): void => ask(contract, request, { onDone, troubleOf: (answer) => troubleOf(answer, refusals), onRefused })
  return { ...step, take }
}
