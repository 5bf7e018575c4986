import type { Ports } from '../_ports/ports'
import { callerIndex } from './family'

type MissFields = { misses: number }

/** One count per caller and hour, so that nobody can try out ID numbers. */
const countId = (ports: Ports): string => `${callerIndex(ports)}-${ports.clock.now().slice(0, 13)}`

/**
 * Counts an attempt to name somebody before it is made, so that a thousand at once are a thousand. False where the
 * hour's failures are used up; then nothing is counted.
 */
export function mayTryToName(ports: Ports): Promise<boolean> {
  return changeCount(ports, (misses) => (misses < ports.settings.missesPerHour ? misses + 1 : undefined))
}

/** Takes back an attempt that was no failure. */
export async function forgetAttempt(ports: Ports): Promise<void> {
  await changeCount(ports, (misses) => Math.max(0, misses - 1))
}

/** Writes the changed count; false where there is no change to write. */
function changeCount(ports: Ports, change: (misses: number) => number | undefined): Promise<boolean> {
  const id = countId(ports)
  return ports.store.transaction(async (documents) => {
    const count = await documents.get<MissFields>('missedNames', id)
    const misses = change(count?.fields.misses ?? 0)
    if (misses === undefined) return false
    if (count) await documents.replace('missedNames', id, count.revision, { misses })
    else await documents.insert('missedNames', id, { misses })
    return true
  })
}
