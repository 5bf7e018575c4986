import Taro from '@tarojs/taro'
import * as z from 'zod/mini'
import type { Contract, Outcome, ReplyOf, RequestOf } from '../../../shared/contracts/contract'

/** Nobody answered: no network, no answer in time, or nothing sensible. Asking again with the same request is safe. */
export interface Unreached {
  kind: 'unreached'
  why: 'offline' | 'slow' | 'down'
}

/** What a call ends with, for a page: a reply, a refusal, or that nobody answered. */
export type Reached<C extends Contract> = Exclude<Outcome<C>, { kind: 'outage' }> | Unreached

/** Old phones on a village's network are slow; after this long, the page says so. */
const patienceMs = 15_000

/**
 * The only door out. The mini-program asks the cloud function on whose side the contract is, a browser asks the service
 * it was loaded from. Never throws: whatever goes wrong on the way is `unreached`.
 */
export async function call<C extends Contract>(contract: C, request: RequestOf<C>): Promise<Reached<C>> {
  const answer = await Promise.race([ask(contract, request), impatience()])
  if (isUnreached(answer)) return answer
  return understood(contract, answer)
}

function ask(contract: Contract, request: unknown): Promise<unknown> {
  const asked = process.env.TARO_ENV === 'weapp' ? askFunction(contract, request) : askHttp(contract, request)
  return asked.catch((): Unreached => ({ kind: 'unreached', why: isOnline() ? 'down' : 'offline' }))
}

/** A browser knows whether it has a network; the mini-program's failed call most often means that there is none. */
const isOnline = (): boolean => process.env.TARO_ENV !== 'weapp' && window.navigator.onLine

async function askFunction({ boundary, name: useCase }: Contract, request: unknown): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name: boundary, data: { useCase, request } })
  return result
}

async function askHttp({ boundary, name }: Contract, request: unknown): Promise<unknown> {
  const response = await fetch(`/api/${boundary}/${name}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return response.json().catch((): Unreached => ({ kind: 'unreached', why: 'down' }))
}

const impatience = (): Promise<Unreached> =>
  new Promise((resolve) => setTimeout(() => resolve({ kind: 'unreached', why: 'slow' }), patienceMs))

const isUnreached = (answer: unknown): answer is Unreached =>
  typeof answer === 'object' && answer !== null && (answer as Unreached).kind === 'unreached'

/** An answer that does not keep the contract is as good as none: it may be another version's. */
function understood<C extends Contract>(contract: C, answer: unknown): Reached<C> {
  const outcome = answer as Outcome<C> | null
  if (outcome?.kind === 'refused' && typeof outcome.refusal === 'string') return outcome
  if (outcome?.kind !== 'done') return { kind: 'unreached', why: 'down' }
  const reply = z.safeParse(contract.reply, outcome.reply)
  if (!reply.success) return { kind: 'unreached', why: 'down' }
  return { kind: 'done', reply: reply.data as ReplyOf<C> }
}
