import type { CallerPorts } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { countAttempt } from './countAttempt'

/** Counts one more order that the caller starts; false where they have started enough for now, and nothing is counted. */
export async function mayStartOrder(ports: CallerPorts): Promise<boolean> {
  const counter = {
    id: `ordersPerCaller-${callerIndex(ports)}`,
    limit: ports.settings.limits.ordersPerCaller,
  }
  return (await countAttempt(ports, [counter])) !== undefined
}
