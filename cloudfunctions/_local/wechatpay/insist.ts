import { setTimeout as pause } from 'node:timers/promises'
import type { RawNotification } from '../../_ports/payments'

/** WeChat waits five seconds for an answer to a callback. */
const answerMs = 5000

/**
 * Sends a callback, freshly signed each time, until the merchant answers 200 or 204, pausing as told.
 * @returns how it ended; `undefined` when `ending` came first, and what is due stays due.
 */
export async function insist(
  address: string,
  sign: () => RawNotification,
  pausesMs: readonly number[],
  ending: AbortSignal,
): Promise<'delivered' | 'givenUp' | undefined> {
  for (const pauseMs of [0, ...pausesMs]) {
    if (pauseMs > 0) await pause(pauseMs, undefined, { signal: ending }).catch(() => undefined)
    if (ending.aborted) return undefined
    if (await send(address, sign(), ending)) return 'delivered'
  }
  return ending.aborted ? undefined : 'givenUp'
}

async function send(
  address: string,
  { body, headers }: RawNotification,
  ending: AbortSignal,
): Promise<boolean> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(answerMs)])
  const request = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }
  try {
    const reply = await fetch(address, { ...request, signal, redirect: 'manual' })
    await reply.body?.cancel()
    return reply.status === 200 || reply.status === 204
  } catch {
    return false
  }
}
