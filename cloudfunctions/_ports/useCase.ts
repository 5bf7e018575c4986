/**
 * Makes a use case of a contract and a handler: what does not fit the request never reaches the handler, what does
 * not fit the reply never leaves, and whatever is thrown is caught here, once, and becomes an outage.
 */
import * as z from 'zod/mini'
import type { Contract, Details, Outcome, ReplyOf, RequestOf } from '../../shared/contracts/contract'
import { errorLine } from './errorLine'
import { plainRequest } from './plainRequest'
import { UnreadableCursor } from './unreadableCursor'
import type { Ports, ServicePorts } from './ports'

/** `P` is what it gets besides the request: a resident's ports, or those of the staff. */
export interface UseCase<C extends Contract = Contract, P extends ServicePorts = Ports> {
  contract: C
  answer(request: unknown, ports: P): Promise<Outcome<C>>
}

export type Handler<C extends Contract, P extends ServicePorts = Ports> = (
  request: RequestOf<C>,
  ports: P,
) => Promise<Outcome<C>>

export const done = <Reply>(reply: Reply): { kind: 'done'; reply: Reply } => ({ kind: 'done', reply })

export const refuse = <const Refusal extends string>(
  refusal: Refusal,
  details?: Details,
): { kind: 'refused'; refusal: Refusal; details?: Details } =>
  details === undefined ? { kind: 'refused', refusal } : { kind: 'refused', refusal, details }

export function useCase<C extends Contract, P extends ServicePorts = Ports>(
  contract: C,
  handle: Handler<C, P>,
): UseCase<C, P> {
  async function attempt(request: unknown, ports: P): Promise<Outcome<C>> {
    const asked = z.safeParse(contract.request, plainRequest(request))
    if (!asked.success) return refuse('badRequest')
    const outcome = await handle(asked.data as RequestOf<C>, ports).catch(refuseCursor)
    if (outcome.kind !== 'done') return outcome
    return done(z.parse(contract.reply, outcome.reply) as ReplyOf<C>)
  }

  return {
    contract,
    async answer(request, ports) {
      const started = performance.now()
      const line = { event: 'useCase', useCase: contract.name }
      try {
        const outcome = await attempt(request, ports)
        const refusal = outcome.kind === 'refused' ? outcome.refusal : undefined
        ports.log.info({
          ...line,
          outcome: outcome.kind,
          refusal,
          ms: Math.round(performance.now() - started),
        })
        return outcome
      } catch (thrown) {
        ports.log.alarm({ ...line, outcome: 'outage', ...errorLine(thrown) })
        return { kind: 'outage' }
      }
    },
  }
}

/** A page that nobody gave out cannot be asked for; everything else that is thrown stays thrown. */
function refuseCursor(thrown: unknown) {
  if (thrown instanceof UnreadableCursor) return refuse('badRequest')
  throw thrown
}
