/**
 * Counters of attempts, `limits/<what>-<who>`: in the store, because functions come and go and have no memory in common.
 * A counter is one document for ever, holding the count of its last window.
 */
import type { Limit } from '../_ports/limits'
import type { ServicePorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'

export interface Counter {
  id: string
  limit: Limit
}

export interface Attempt {
  /** The attempt turned out to be none of those that are limited. */
  takeBack(): Promise<void>
}

type CounterFields = { window: number; count: number }

const collection = 'limits'

/**
 * Counts an attempt before it is made, so that a thousand at once are a thousand. Undefined where one of the counters
 * is full; then none has counted.
 */
export async function countAttempt(
  { store, clock }: Pick<ServicePorts, 'store' | 'clock'>,
  counters: readonly Counter[],
): Promise<Attempt | undefined> {
  const milliseconds = Date.parse(clock.now())
  const windowOf = ({ limit }: Counter): number => Math.floor(milliseconds / (limit.minutes * 60_000))
  const counted = await store.transaction(async (documents) => {
    const standing = await readAll(documents, counters)
    const counts = counters.map((counter, i) => countIn(standing[i], windowOf(counter)))
    if (counters.some(({ limit }, i) => (counts[i] ?? 0) >= limit.atMost)) return false
    for (const [i, counter] of counters.entries())
      await putOver(documents, collection, counter.id, standing[i], {
        window: windowOf(counter),
        count: (counts[i] ?? 0) + 1,
      })
    return true
  })
  if (!counted) return undefined
  return {
    async takeBack() {
      await store.transaction(async (documents) => {
        const standing = await readAll(documents, counters)
        for (const [i, counter] of counters.entries()) {
          const window = windowOf(counter)
          const count = countIn(standing[i], window)
          // A window that has passed meanwhile counts no more.
          if (count > 0)
            await putOver(documents, collection, counter.id, standing[i], { window, count: count - 1 })
        }
      })
    },
  }
}

async function readAll(
  documents: Documents,
  counters: readonly Counter[],
): Promise<(Stored<CounterFields> | undefined)[]> {
  const found: (Stored<CounterFields> | undefined)[] = []
  for (const { id } of counters) found.push(await documents.get<CounterFields>(collection, id))
  return found
}

const countIn = (counter: Stored<CounterFields> | undefined, window: number): number =>
  counter?.fields.window === window ? counter.fields.count : 0
