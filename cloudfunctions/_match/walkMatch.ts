import type { AuditActor } from '../_ports/audit'
import type { ServicePorts } from '../_ports/ports'
import type { PolicyTable } from '../../shared/policy/table'
import { partitions } from '../_residents/partition'
import { matchOf, moveMatch, type Match } from './matchRecord'
import { partIdOf, partsOf, sumOf } from './partRecord'
import { walkPart } from './walkPart'

type Ports = Pick<ServicePorts, 'store' | 'cipher' | 'clock' | 'policies'>

/**
 * Walks on with a match for as long as `goOn` says, and answers how it stands then. Several may walk the same one: each begins at
 * another part, by chance, and leaves out what is done by then.
 */
export async function walkMatch(
  ports: Ports,
  matchId: string,
  actor: AuditActor,
  goOn: () => boolean,
): Promise<Match | undefined> {
  const match = await matchOf(ports.store, matchId)
  if (!match || match.fields.state === 'done') return match
  const { table } = policyFor(ports, match)
  for (const partition of turned(partitions)) {
    if (await ports.store.get('matchParts', partIdOf(matchId, partition))) continue
    if (!goOn()) return matchOf(ports.store, matchId)
    await walkPart(ports, table, match, partition)
  }
  return finish(ports, match, actor)
}

function policyFor({ policies }: Ports, { id, fields }: Match): { table: PolicyTable } {
  const policy = policies.inForce(fields.region, fields.coverageYear)
  if (!policy) throw new Error(`match ${id} has lost its policy`)
  return policy
}

/** The list from a place of its own on, and round to it. */
function turned<T>(list: readonly T[]): T[] {
  const from = Math.floor(Math.random() * list.length)
  return [...list.slice(from), ...list.slice(0, from)]
}

/** Every part is done: whoever notices it first says so, and adds up. */
async function finish({ store, clock }: Ports, { id }: Match, actor: AuditActor): Promise<Match | undefined> {
  const walked = await store.transaction(async (documents) => {
    const standing = await matchOf(documents, id)
    if (standing?.fields.state !== 'begun') return standing
    return moveMatch(documents, standing, { event: 'allWalked', actor }, { changedAt: clock.now() })
  })
  if (!walked || walked.fields.state === 'done') return walked
  const sums = sumOf(await partsOf(store, walked))
  return store.transaction(async (documents) => {
    const standing = await matchOf(documents, id)
    if (standing?.fields.state !== 'walked') return standing
    const now = clock.now()
    return moveMatch(
      documents,
      standing,
      { event: 'summed', actor },
      { ...sums, changedAt: now, doneAt: now },
    )
  })
}
