import type { Ports } from '../_ports/ports'
import { callerIndex } from '../_residents/family'
import { countAttempt } from './countAttempt'

/** Counts one more file that the caller begins to send for a person; false where there were enough for now. */
export async function mayUploadProof(ports: Ports, residentId: string): Promise<boolean> {
  const { proofsPerCaller, proofsPerPerson } = ports.settings.limits
  const counters = [
    { id: `proofsPerCaller-${callerIndex(ports)}`, limit: proofsPerCaller },
    { id: `proofsPerPerson-${residentId}`, limit: proofsPerPerson },
  ]
  return (await countAttempt(ports, counters)) !== undefined
}
