import { setTimeout as pause } from 'node:timers/promises'
import type { RawNotification } from '../../_ports/payments'
import { transaction, type Shop } from './orderRules'
import { sealCallback } from './sealCallback'
import type { NoticeState, SimulatedOrder } from './simulatedOrder'
import type { SimulatorKeys } from './simulatorKeys'

/** WeChat waits five seconds for an answer to a callback. */
const answerMs = 5000

export interface Callbacks {
  /** The genuine callback of a paid order, freshly signed. @throws if the order is not paid. */
  of(order: SimulatedOrder): RawNotification
  /** Starts delivering and returns at once. */
  deliver(order: SimulatedOrder): void
  /** Resolves when no delivery is under way. */
  settled(): Promise<void>
  /** Ends all deliveries; what is still due stays due. */
  stop(): void
}

/** Delivers callbacks until the merchant answers 200 or 204, pausing longer each time, then gives up. */
export function createCallbacks(shop: Shop, keys: SimulatorKeys, pausesMs: readonly number[]): Callbacks {
  const underWay = new Set<Promise<void>>()
  const ending = new AbortController()

  const of = (order: SimulatedOrder) => {
    if (!order.notice || order.state !== 'SUCCESS') throw new Error('this order has nothing to tell')
    const { eventId } = order.notice
    const content = { eventId, eventType: 'TRANSACTION.SUCCESS', content: transaction(order), at: shop.now() }
    return sealCallback(content, keys.apiV3Key, keys.platform)
  }

  const send = async (order: SimulatedOrder): Promise<boolean> => {
    const { body, headers } = of(order)
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(answerMs)])
    const request = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }
    try {
      const reply = await fetch(order.notifyUrl, { ...request, signal, redirect: 'manual' })
      await reply.body?.cancel()
      return reply.status === 200 || reply.status === 204
    } catch {
      return false
    }
  }

  const conclude = async (order: SimulatedOrder, state: NoticeState) => {
    const latest = shop.orders.byNumber(order.orderNumber)
    if (latest?.notice) await shop.orders.put({ ...latest, notice: { ...latest.notice, state } })
  }

  const insist = async (order: SimulatedOrder): Promise<void> => {
    for (const pauseMs of [0, ...pausesMs]) {
      if (pauseMs > 0) await pause(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined)
      if (ending.signal.aborted) return
      if (await send(order)) return conclude(order, 'delivered')
    }
    if (!ending.signal.aborted) await conclude(order, 'givenUp')
  }

  return {
    of,
    deliver(order) {
      const delivery: Promise<void> = insist(order).finally(() => underWay.delete(delivery))
      underWay.add(delivery)
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => ending.abort(),
  }
}
