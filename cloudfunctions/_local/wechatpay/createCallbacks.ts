import type { RawNotification } from '../../_ports/payments'
import { insist } from './insist'
import { transaction } from './orderRules'
import { refundNotice } from './refundRules'
import { sealCallback } from './sealCallback'
import type { Shop } from './shop'
import type { NoticeState, SimulatedOrder } from './simulatedOrder'
import type { SimulatedRefund } from './simulatedRefund'
import type { SimulatorKeys } from './simulatorKeys'

export interface Callbacks {
  /** The genuine callback of a paid order, freshly signed. @throws if the order is not paid. */
  ofPayment(order: SimulatedOrder): RawNotification
  /** The genuine callback of a refund at its end, freshly signed. @throws if it is still under way. */
  ofRefund(refund: SimulatedRefund): RawNotification
  /** These start delivering and return at once. */
  tellPayment(order: SimulatedOrder): void
  tellRefund(refund: SimulatedRefund): void
  /** Resolves when no delivery is under way. */
  settled(): Promise<void>
  /** Ends all deliveries; what is still due stays due. */
  stop(): void
}

/** Delivers callbacks until the merchant hears them, pausing longer each time, then gives up. */
export function createCallbacks(shop: Shop, keys: SimulatorKeys, pausesMs: readonly number[]): Callbacks {
  const underWay = new Set<Promise<void>>()
  const ending = new AbortController()

  const sealed = (eventType: string, notice: Notice | undefined, content: object) => {
    if (!notice) throw new Error('there is nothing to tell')
    const callback = { eventId: notice.eventId, eventType, content, at: shop.now() }
    return sealCallback(callback, keys.apiV3Key, keys.platform)
  }
  const ofPayment = (order: SimulatedOrder) =>
    sealed('TRANSACTION.SUCCESS', order.notice, transaction(order, order.state))
  const ofRefund = (refund: SimulatedRefund) =>
    sealed(`REFUND.${refund.state}`, refund.notice, refundNotice(shop, refund))

  const deliver = (
    address: string,
    sign: () => RawNotification,
    conclude: (state: NoticeState) => Promise<void> | undefined,
  ) => {
    const delivery: Promise<void> = insist(address, sign, pausesMs, ending.signal)
      .then((state) => state && conclude(state))
      .finally(() => underWay.delete(delivery))
    underWay.add(delivery)
  }

  return {
    ofPayment,
    ofRefund,
    tellPayment(order) {
      const { orders } = shop
      deliver(
        order.notifyUrl,
        () => ofPayment(order),
        (state) => {
          const latest = orders.byNumber(order.orderNumber)
          return latest?.notice && orders.put({ ...latest, notice: { ...latest.notice, state } })
        },
      )
    },
    tellRefund(refund) {
      const { refunds } = shop
      const { notifyUrl } = refund
      if (notifyUrl === undefined) return
      deliver(
        notifyUrl,
        () => ofRefund(refund),
        (state) => {
          const latest = refunds.byNumber(refund.refundNumber)
          return latest?.notice && refunds.put({ ...latest, notice: { ...latest.notice, state } })
        },
      )
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => ending.abort(),
  }
}

type Notice = NonNullable<SimulatedOrder['notice']>
