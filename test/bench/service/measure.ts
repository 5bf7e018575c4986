import autocannon from 'autocannon'

/** One request to be sent once. */
export interface Shot {
  path: string
  body: string
  headers: Record<string, string>
}

export interface Measured {
  perSecond: number
  /** Percentiles of the time to the answer, milliseconds. */
  p50: number
  p95: number
  p99: number
  /** Answers that were not 2xx, and requests without an answer. */
  failed: number
}

interface Load {
  connections: number
  /** Requests a second in all; left out: as fast as they are answered. */
  rate?: number
}

/** Sends every shot once, in turn over the connections. */
export function measure(
  origin: string,
  shots: readonly Shot[],
  { connections, rate }: Load,
): Promise<Measured> {
  let next = 0
  const times: number[] = []
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      {
        url: origin,
        connections,
        amount: shots.length,
        ...(rate === undefined ? {} : { overallRate: rate }),
        requests: [
          {
            method: 'POST',
            setupRequest: (request) => ({ ...request, ...shots[next++ % shots.length] }),
          },
        ],
      },
      (error: Error | null, done) => {
        if (error) return reject(error)
        resolve({
          perSecond: Math.round(done.requests.total / done.duration),
          ...percentilesOf(times),
          failed: done.non2xx + done.errors + done.timeouts,
        })
      },
    )
    instance.on('response', (_client, _status, _bytes, milliseconds) => void times.push(milliseconds))
  })
}

function percentilesOf(times: number[]) {
  const sorted = times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.ceil(sorted.length * share) - 1] ?? 0) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
