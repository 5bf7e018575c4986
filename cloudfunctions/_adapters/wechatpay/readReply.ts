import { isAxiosError } from 'axios'
import { z } from 'zod/mini'

/** One exchange, judged. Only a reply that WeChat signed counts as an answer. */
export type Reply =
  | { kind: 'success'; status: number; body: unknown }
  /** A signed refusal with WeChat's own code. */
  | { kind: 'error'; status: number; code: string }
  /** Nothing came, or WeChat is busy: the same request may be sent again. */
  | { kind: 'busy'; status?: number; code: string }
  /** Something came that WeChat did not sign, or that cannot be read: sending again would not help. */
  | { kind: 'unbelievable'; status?: number; code: string }

const ErrorBody = z.object({ code: z.string() })

const busyCodes = new Set([
  'SYSTEM_ERROR',
  'SYSTEMERROR',
  'BANK_ERROR',
  'BANKERROR',
  'FREQUENCY_LIMITED',
  'FREQUENCY_LIMIT_EXCEED',
  'RATELIMIT_EXCEEDED',
])

const isBusy = (status: number) => status === 429 || status >= 500

/** Reads a reply whose signature the library has verified. */
export function readSignedReply(status: number, body: unknown): Reply {
  if (status >= 200 && status < 300) return { kind: 'success', status, body }
  const error = ErrorBody.safeParse(body)
  if (!error.success) return { kind: isBusy(status) ? 'busy' : 'unbelievable', status, code: 'NO_CODE' }
  const { code } = error.data
  return isBusy(status) || busyCodes.has(code)
    ? { kind: 'busy', status, code }
    : { kind: 'error', status, code }
}

/**
 * Reads what the library threw. WeChat signs every reply to a request whose signature it accepted, so the one
 * unsigned reply with a meaning is 401: our own signature was refused.
 * @throws what is neither a network nor a signature problem: that is a bug.
 */
export function readFailure(thrown: unknown): Reply {
  if (!isAxiosError(thrown)) throw thrown
  const code = thrown.code ?? 'NETWORK'
  const status = thrown.response?.status
  if (status === undefined || isBusy(status)) return { kind: 'busy', status, code }
  if (status === 401 && code === 'EV3_RES_HEADERS_INCOMPLATE')
    return { kind: 'error', status, code: 'SIGN_ERROR' }
  return { kind: 'unbelievable', status, code }
}
