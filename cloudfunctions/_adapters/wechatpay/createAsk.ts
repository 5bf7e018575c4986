import Wechatpay from 'wechatpay-axios-plugin/lib/wechatpay'
import { readFailure, readSignedReply, type Reply } from './readReply'
import type { WechatPayConfig, WechatPayPatience } from './WechatPayConfig'

export interface Question {
  method: 'get' | 'post'
  /** Path under the base URL, without a leading slash. */
  path: string
  parameters?: Record<string, string>
  body?: object
}

/** An answer that can be acted on; `lost` when nothing believable came however often it was asked. */
export type Answer = Extract<Reply, { kind: 'success' | 'error' }> | { kind: 'lost' }

export type Ask = (question: Question) => Promise<Answer>

/**
 * Sends signed requests to WeChat Pay and believes only signed replies. Repeats the very same request after
 * network errors, 5xx and rate limits, a bounded number of times within one budget, and nothing else.
 */
export function createAsk(config: WechatPayConfig, patience: WechatPayPatience): Ask {
  const { client } = createClient(config)

  async function attempt(question: Question, deadline: AbortSignal): Promise<Reply> {
    const options = { params: question.parameters, signal: deadline, timeout: patience.attemptMs }
    try {
      const { status, data } = await client.request<unknown>(
        question.path,
        question.method,
        question.body,
        options,
      )
      return readSignedReply(status, data)
    } catch (thrown) {
      return readFailure(thrown)
    }
  }

  return async (question) => {
    const deadline = AbortSignal.timeout(patience.budgetMs)
    for (let count = 1; count <= patience.pausesMs.length + 1; count += 1) {
      if (count > 1) await patience.wait(patience.pausesMs[count - 2] ?? 0)
      if (deadline.aborted) break
      const reply = await attempt(question, deadline)
      if (reply.kind !== 'success')
        patience.report({ path: question.path, attempt: count, status: reply.status, code: reply.code })
      if (reply.kind === 'success' || reply.kind === 'error') return reply
      if (reply.kind === 'unbelievable') break
    }
    return { kind: 'lost' }
  }
}

function createClient(config: WechatPayConfig) {
  const publicKeyId = Object.keys(config.platformKeys).find((serial) => serial.startsWith('PUB_KEY_ID_'))
  return new Wechatpay({
    mchid: config.merchantId,
    serial: config.merchantSerial,
    privateKey: config.merchantPrivateKey,
    certs: { ...config.platformKeys },
    baseURL: config.baseUrl,
    // The library verifies only replies it counts as valid; an ORDERPAID that nobody signed must not pass.
    validateStatus: () => true,
    maxRedirects: 0,
    maxContentLength: 256 * 1024,
    proxy: false,
    // Asks WeChat to sign with the key we hold while a merchant moves from certificates to 微信支付公钥.
    headers: publicKeyId === undefined ? {} : { 'Wechatpay-Serial': publicKeyId },
  })
}
