/**
 * 微信支付 on this machine: speaks API v3 with keys of its own, so that the real adapter runs unchanged against
 * it. For development and tests only; moves no money.
 */
import { Hono } from 'hono'
import type { WechatPayConfig } from '../../_adapters/wechatpay/WechatPayConfig'
import type { RawNotification } from '../../_ports/payments'
import { createBills } from './createBills'
import { createCallbacks } from './createCallbacks'
import { createRefunds } from './createRefunds'
import { decide, type Decided, type Decision } from './decide'
import { createFaults, type BillFault, type Fault, type Faults } from './faults'
import { merchantApi } from './merchantApi'
import { merchantDoor } from './merchantDoor'
import type { Keeper } from './openBook'
import { openOrderBook } from './openOrderBook'
import { openRefundBook } from './openRefundBook'
import { operatorRoutes } from './operatorRoutes'
import { payerRoutes } from './payerRoutes'
import type { Shop } from './shop'
import type { SimulatedOrder } from './simulatedOrder'
import type { RefundEnd, SimulatedRefund } from './simulatedRefund'
import { privatePem, publicPem, simulatorKeys, type SimulatorKeys } from './simulatorKeys'

export interface WechatPaySimulatorOptions {
  /**
   * The clock of orders and callbacks; may show another day, and must be the one the service reads callbacks
   * by. Requests and replies are signed by the real clock, as the library checks them by it.
   */
  now?: () => Date
  /** Pauses before a callback is repeated, in milliseconds; WeChat's own go on for a day. */
  callbackPausesMs?: readonly number[]
  /** Milliseconds until a refund arrives; `byHand`: only by `endRefund`. At once where nothing is said. */
  refundDelayMs?: number | 'byHand'
  /** Keep orders and refunds over a restart. */
  keepers?: { orders: Keeper<SimulatedOrder>; refunds: Keeper<SimulatedRefund> }
  appId?: string
  merchantId?: string
  /** Keys made before: many simulators in one process, and making an RSA key takes long. */
  keys?: SimulatorKeys
}

export interface WechatPaySimulator {
  /** `/v3/…` for the merchant, `/pay` for the payer, `/operate` for the weather. Mount it at `baseUrl`, whatever prefix that has. */
  app: Hono
  /** What `createWechatPay` needs to talk with this simulator. */
  configFor(addresses: { baseUrl: string; notifyUrl: string }): WechatPayConfig
  decide(prepayId: string, decision: Decision): Promise<Decided>
  orders(): SimulatedOrder[]
  refunds(): SimulatedRefund[]
  /** Ends a refund under way; `tells` false: and no callback comes. False if none is under way by that number. */
  endRefund(refundNumber: string, end: RefundEnd, tells?: boolean): Promise<boolean>
  /** The genuine callback of a paid order, signed now but not sent. @throws if there is no such paid order. */
  callbackOf(orderNumber: string): RawNotification
  /** The same of a refund at its end. @throws if there is none. */
  refundCallbackOf(refundNumber: string): RawNotification
  /** Takes up callbacks and refunds that were due when the process ended: call it once the service listens. */
  resumeCallbacks(): void
  /** Resolves when no callback is under way. */
  settled(): Promise<void>
  /** Ends all callbacks under way; the process may exit. */
  stop(): void
  faults: Faults<Fault>
  billFaults: Faults<BillFault>
  keys: SimulatorKeys
}

const usualCallbackPausesMs = [1000, 1000, 2000, 5000, 15000, 30000, 60000]

export async function createWechatPaySimulator(
  options: WechatPaySimulatorOptions = {},
): Promise<WechatPaySimulator> {
  const keys = options.keys ?? simulatorKeys()
  const shop: Shop = {
    appId: options.appId ?? 'wx0000000000000000',
    merchantId: options.merchantId ?? '1900000000',
    orders: await openOrderBook(options.keepers?.orders),
    refunds: await openRefundBook(options.keepers?.refunds),
    now: options.now ?? (() => new Date()),
  }
  const callbacks = createCallbacks(shop, keys, options.callbackPausesMs ?? usualCallbackPausesMs)
  const refunds = createRefunds(shop, callbacks, options.refundDelayMs ?? 0)
  const planned = { faults: createFaults<Fault>(), billFaults: createFaults<BillFault>() }
  const door = merchantDoor(shop, keys, planned.faults)

  return {
    app: new Hono()
      .route('/', merchantApi(shop, door, refunds, createBills(shop, planned.billFaults)))
      .route('/', payerRoutes(shop, keys, callbacks))
      .route('/', operatorRoutes(refunds, planned)),
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
    refunds: () => shop.refunds.all(),
    endRefund: refunds.end,
    callbackOf: (orderNumber) => callbacks.ofPayment(known(shop.orders.byNumber(orderNumber))),
    refundCallbackOf: (refundNumber) => callbacks.ofRefund(known(shop.refunds.byNumber(refundNumber))),
    resumeCallbacks() {
      const dueOrders = shop.orders.all().filter((order) => order.notice?.state === 'due')
      dueOrders.forEach(callbacks.tellPayment)
      refunds.resume()
    },
    settled: callbacks.settled,
    stop() {
      refunds.stop()
      callbacks.stop()
    },
    ...planned,
    keys,
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the simulator has no such order or refund')
  return found
}
