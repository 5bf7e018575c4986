import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createWechatPay } from '../../../cloudfunctions/_adapters/wechatpay/createWechatPay'
import type {
  WechatPayConfig,
  WechatPayPatience,
  WechatPayTrouble,
} from '../../../cloudfunctions/_adapters/wechatpay/WechatPayConfig'
import {
  createWechatPaySimulator,
  type WechatPaySimulator,
  type WechatPaySimulatorOptions,
} from '../../../cloudfunctions/_local/wechatpay/createWechatPaySimulator'
import type {
  Payments,
  PaymentRequest,
  RawNotification,
  RefundRequest,
} from '../../../cloudfunctions/_ports/payments'
import { paymentKeys } from '../../paymentKeys'

export interface Running {
  simulator: WechatPaySimulator
  config: WechatPayConfig
  payments: Payments
  /** Everything the adapter reported, in order. */
  troubles: WechatPayTrouble[]
  /** How long the adapter wanted to wait before each retry, in milliseconds. */
  waits: number[]
  /** Callbacks as they arrived at the merchant. */
  received: RawNotification[]
  /** Statuses the merchant answers the next callbacks with; 200 when empty. */
  answers: number[]
  origin: string
  adapter(patience?: Partial<WechatPayPatience>, change?: Partial<WechatPayConfig>): Payments
  stop(): Promise<void>
}

/** The simulator and a merchant's callback address on one HTTP server of 127.0.0.1, and the real adapter. */
export async function startSimulator(options: WechatPaySimulatorOptions = {}): Promise<Running> {
  const simulator = await createWechatPaySimulator({
    callbackPausesMs: [5, 5, 5],
    keys: paymentKeys(),
    ...options,
  })
  const received: RawNotification[] = []
  const answers: number[] = []
  const site = new Hono()
  site.post('/notify', async (context) => {
    const headers = Object.fromEntries(context.req.raw.headers)
    received.push({ body: await context.req.text(), headers })
    return new Response(null, { status: answers.shift() ?? 200 })
  })
  site.route('/wechatpay', simulator.app)

  const { server, origin } = await listen(site)
  const config = simulator.configFor({ baseUrl: `${origin}/wechatpay/`, notifyUrl: `${origin}/notify` })
  const troubles: WechatPayTrouble[] = []
  const waits: number[] = []
  const adapter: Running['adapter'] = (patience, change) =>
    createWechatPay(
      { ...config, ...change },
      {
        wait: async (milliseconds) => void waits.push(milliseconds),
        report: (trouble) => troubles.push(trouble),
        ...patience,
      },
    )

  return {
    simulator,
    config,
    payments: adapter(),
    troubles,
    waits,
    received,
    answers,
    origin,
    adapter,
    async stop() {
      simulator.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(site: Hono): Promise<{ server: Server; origin: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ server: server as Server, origin: `http://127.0.0.1:${port}` }),
    )
  })
}

/** An order of 130 yuan that may be paid for half an hour. */
export function request(orderNumber: string, change: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    orderNumber,
    fen: 13000,
    title: '城乡居民医保 参保年度2024',
    payerOpenId: 'o-payer-1',
    expiresAt: new Date(Date.now() + 30 * 60 * 1000).toISOString(),
    ...change,
  }
}

/** Opens an order and gives its prepay id. */
export async function opened(payments: Payments, wanted: PaymentRequest): Promise<string> {
  const answer = await payments.open(wanted)
  if (answer.kind !== 'opened') throw new Error(`expected an opened payment, got ${answer.kind}`)
  return answer.prepayId
}

/** Opens an order of 130 yuan and pays it; WeChat tells nobody. */
export async function paid(running: Running, orderNumber: string): Promise<void> {
  const prepayId = await opened(running.payments, request(orderNumber))
  await running.simulator.decide(prepayId, 'confirmWithoutCallback')
}

/** All of a 130 yuan order back. */
export function refundRequest(
  refundNumber: string,
  orderNumber: string,
  change: Partial<RefundRequest> = {},
): RefundRequest {
  return { refundNumber, orderNumber, fen: 13000, paidFen: 13000, reason: '参保关系不成立', ...change }
}
