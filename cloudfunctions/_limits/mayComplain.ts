import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { countAttempt } from './countAttempt'

/** Counts one more complaint of the caller; false where they have sent enough for now, and nothing is counted. */
export async function mayComplain(ports: Ports): Promise<boolean> {
  const counter = {
    id: `complaintsPerCaller-${callerIndex(ports)}`,
    limit: ports.settings.limits.complaintsPerCaller,
  }
  return (await countAttempt(ports, [counter])) !== undefined
}
