/** So that nobody can try out ID numbers: failures to name a person are limited by caller, by number, and in all. */
import type { Limit } from '../_ports/limits'
import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { countAttempt, type Attempt, type Counter } from './countAttempt'

/** Undefined where the limit is reached. Whoever names the person rightly takes the attempt back. */
export async function mayTryToName(ports: Ports, idNumber: string): Promise<Attempt | undefined> {
  const { missesPerCaller, missesPerIdNumber, missesInAll } = ports.settings.limits
  const caller = callerIndex(ports)
  return countAttempt(ports, [
    { id: `missesPerCaller-${caller}`, limit: missesPerCaller },
    { id: `missesPerIdNumber-${ports.cipher.index('limit', idNumber)}`, limit: missesPerIdNumber },
    shareOf(caller, 'missesInAll', missesInAll),
  ])
}

const mostShares = 128

/**
 * The part of a limit for everybody that this caller shares with some others. One counter for all would be one document
 * that every attempt waits for; so each share has its own part of the number, and who shares which nobody can choose.
 */
function shareOf(caller: string, name: string, { atMost, minutes }: Limit): Counter {
  const shares = Math.max(1, Math.min(mostShares, atMost))
  const share = parseInt(caller.slice(0, 8), 16) % shares
  return { id: `${name}-${share}`, limit: { atMost: Math.floor(atMost / shares), minutes } }
}
