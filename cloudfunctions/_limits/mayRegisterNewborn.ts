import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { countAttempt, type Attempt } from './countAttempt'

/**
 * So that nobody fills the register with children that do not exist: nobody here can look up the number of a birth certificate.
 * Undefined where the caller has registered enough for now; a child that is not registered takes the attempt back.
 */
export function mayRegisterNewborn(ports: Ports): Promise<Attempt | undefined> {
  const { newbornsPerCaller } = ports.settings.limits
  return countAttempt(ports, [{ id: `newbornsPerCaller-${callerIndex(ports)}`, limit: newbornsPerCaller }])
}
