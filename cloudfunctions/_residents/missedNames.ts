import type { Ports } from '../_ports/ports'
import { callerIndex } from './family'

type MissFields = { misses: number }

/** One count per caller and hour, so that nobody can try out ID numbers. */
const countId = (ports: Ports): string => `${callerIndex(ports)}-${ports.clock.now().slice(0, 13)}`

/** True once the caller has failed to name somebody as often as an hour allows. */
export async function hasMissedTooOften(ports: Ports): Promise<boolean> {
  const count = await ports.store.get<MissFields>('missedNames', countId(ports))
  return (count?.fields.misses ?? 0) >= ports.settings.missesPerHour
}

/** Counts one more failure of this caller. */
export async function countMiss(ports: Ports): Promise<void> {
  const id = countId(ports)
  await ports.store.transaction(async (documents) => {
    const count = await documents.get<MissFields>('missedNames', id)
    if (count) await documents.replace('missedNames', id, count.revision, { misses: count.fields.misses + 1 })
    else await documents.insert('missedNames', id, { misses: 1 })
  })
}
