import type { ServicePorts } from '../_ports/ports'
import { countAttempt, type Attempt } from './countAttempt'

/**
 * So that nobody tries out certificates' tokens by the thousand: checks that came to nothing are counted by where they come
 * from. Undefined where the limit is reached; a check of a certificate that stands takes its attempt back.
 */
export function mayCheckCertificate(ports: ServicePorts, source: string): Promise<Attempt | undefined> {
  const { checksPerSource } = ports.settings.limits
  return countAttempt(ports, [
    { id: `checksPerSource-${ports.cipher.index('limit', source)}`, limit: checksPerSource },
  ])
}
