/**
 * Hands files over by HTTPS POST. The receiver knows us by an HMAC-SHA-256 (RFC 2104) under a secret of its own, and the file
 * by its idempotency key, so that it may answer a repeated one without taking it twice.
 */
import { createHmac } from 'node:crypto'
import type { Deliveries, Delivery } from '../../_ports/deliveries'

/** One department of one county, as the sealed document `secrets/deliveries` lists it. */
export interface Receiver {
  region: string
  department: string
  url: string
  /** At least 32 characters; known to this department and us alone. */
  secret: string
}

export interface Patience {
  /** How long one answer may take. */
  timeoutMs: number
  now: () => number
}

const usualPatience: Patience = { timeoutMs: 10_000, now: Date.now }

/** @throws RangeError for an address that is not HTTPS (or this machine's own), or a secret that is too short. */
export function httpsDeliveries(
  receivers: readonly Receiver[],
  patience: Patience = usualPatience,
): Deliveries {
  receivers.forEach(check)
  return {
    departmentsOf: (region) => receivers.flatMap((each) => (each.region === region ? [each.department] : [])),
    async deliver(delivery) {
      const { region, department } = delivery
      const receiver = receivers.find((each) => each.region === region && each.department === department)
      if (!receiver) throw new Error(`${region} has no department ${department}`)
      return outcomeOf(await post(receiver, delivery, patience))
    },
  }
}

function check({ url, secret }: Receiver): void {
  const { protocol, hostname } = new URL(url)
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new RangeError('a department is reached by HTTPS only')
  if (secret.length < 32) throw new RangeError('a secret has at least 32 characters')
}

/** The status, or undefined where nothing came back in time. Redirects are not followed: the address is the receiver. */
async function post(
  { url, secret }: Receiver,
  { fileName, content, sha256 }: Delivery,
  { timeoutMs, now }: Patience,
): Promise<number | undefined> {
  const timestamp = String(Math.floor(now() / 1000))
  const key = `${fileName}-${sha256}`
  const signature = signatureOf(secret, timestamp, key, content)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'idempotency-key': key,
        'x-mingbai-file': fileName,
        'x-mingbai-timestamp': timestamp,
        'x-mingbai-signature': signature,
      },
      body: content,
    })
    await response.body?.cancel()
    return response.status
  } catch {
    return undefined
  }
}

/** HMAC-SHA-256, hexadecimal, over time stamp, idempotency key and content, a line each. */
const signatureOf = (secret: string, timestamp: string, key: string, content: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${key}\n${content}`).digest('hex')

/** 409: another file has this name there. 422: it cannot be read there. Everything else may still turn out well. */
function outcomeOf(status: number | undefined): 'received' | 'refused' | 'unknown' {
  if (status !== undefined && status >= 200 && status < 300) return 'received'
  return status === 409 || status === 422 ? 'refused' : 'unknown'
}
