/**
 * 微信支付 on this machine: speaks API v3 with keys of its own, so that the real adapter runs unchanged against
 * it. For development and tests only; moves no money.
 */
import { Hono } from 'hono'
import type { WechatPayConfig } from '../../_adapters/wechatpay/WechatPayConfig'
import type { RawNotification } from '../../_ports/payments'
import { createCallbacks } from './createCallbacks'
import { decide, type Decided, type Decision } from './decide'
import { faults, type Faults } from './faults'
import { merchantApi } from './merchantApi'
import { openOrderBook, type OrderKeeper } from './openOrderBook'
import type { Shop } from './orderRules'
import { payerRoutes } from './payerRoutes'
import type { SimulatedOrder } from './simulatedOrder'
import { privatePem, publicPem, simulatorKeys, type SimulatorKeys } from './simulatorKeys'

export interface WechatPaySimulatorOptions {
  /**
   * The clock of orders and callbacks; may show another day, and must be the one the service reads callbacks
   * by. Requests and replies are signed by the real clock, as the library checks them by it.
   */
  now?: () => Date
  /** Pauses before a callback is repeated, in milliseconds; WeChat's own go on for a day. */
  callbackPausesMs?: readonly number[]
  keeper?: OrderKeeper
  appId?: string
  merchantId?: string
}

export interface WechatPaySimulator {
  /** `/v3/…` for the merchant, `/pay` for the payer. Mount it at `baseUrl`, whatever prefix that has. */
  app: Hono
  /** What `createWechatPay` needs to talk with this simulator. */
  configFor(addresses: { baseUrl: string; notifyUrl: string }): WechatPayConfig
  decide(prepayId: string, decision: Decision): Promise<Decided>
  orders(): SimulatedOrder[]
  /** The genuine callback of a paid order, signed now but not sent. @throws if there is no such paid order. */
  callbackOf(orderNumber: string): RawNotification
  /** Takes up callbacks that were due when the process ended: call it once the service listens. */
  resumeCallbacks(): void
  /** Resolves when no callback is under way. */
  settled(): Promise<void>
  /** Ends all callbacks under way; the process may exit. */
  stop(): void
  faults: Faults
  keys: SimulatorKeys
}

const usualCallbackPausesMs = [1000, 1000, 2000, 5000, 15000, 30000, 60000]

export async function createWechatPaySimulator(
  options: WechatPaySimulatorOptions = {},
): Promise<WechatPaySimulator> {
  const keys = simulatorKeys()
  const shop: Shop = {
    appId: options.appId ?? 'wx0000000000000000',
    merchantId: options.merchantId ?? '1900000000',
    orders: await openOrderBook(options.keeper),
    now: options.now ?? (() => new Date()),
  }
  const callbacks = createCallbacks(shop, keys, options.callbackPausesMs ?? usualCallbackPausesMs)
  const planned = faults()

  return {
    app: new Hono()
      .route('/', merchantApi(shop, keys, planned))
      .route('/', payerRoutes(shop, keys, callbacks)),
    configFor: (addresses) => ({
      appId: shop.appId,
      merchantId: shop.merchantId,
      merchantSerial: keys.merchant.serial,
      merchantPrivateKey: privatePem(keys.merchant),
      apiV3Key: keys.apiV3Key,
      platformKeys: { [keys.platform.serial]: publicPem(keys.platform) },
      ...addresses,
    }),
    decide: (prepayId, decision) => decide(shop, callbacks, prepayId, decision),
    orders: () => shop.orders.all(),
    callbackOf: (orderNumber) => callbacks.of(orderOf(shop, orderNumber)),
    resumeCallbacks: () =>
      shop.orders
        .all()
        .filter((order) => order.notice?.state === 'due')
        .forEach(callbacks.deliver),
    settled: callbacks.settled,
    stop: callbacks.stop,
    faults: planned,
    keys,
  }
}

function orderOf(shop: Shop, orderNumber: string): SimulatedOrder {
  const order = shop.orders.byNumber(orderNumber)
  if (!order) throw new Error('the simulator has no such order')
  return order
}
