import type { WechatPayClient } from './createClient'
import { readFailure, readSignedReply, type Reply } from './readReply'
import type { WechatPayPatience } from './WechatPayConfig'

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
export function createAsk(client: WechatPayClient, patience: WechatPayPatience): Ask {
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
