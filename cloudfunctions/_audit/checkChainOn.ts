/**
 * 链的核对: goes on checking the chain where the last round stopped, a slice a round, so that whoever looks at the audit log sees
 * how far it is known to be sound. A whole walk from the database alone is `verifyChain`.
 */
import type { ServicePorts } from '../_ports/ports'
import { put } from '../_ports/put'
import type { Store } from '../_ports/store'
import { linkId, type LinkFields } from './auditRecord'
import { BrokenChain } from './chainFault'
import { checkLink } from './checkLink'

export type ChainCheckFields = {
  /** The last link that was found sound; 0 before the first. */
  seq: number
  /** Instant, UTC. */
  at: string
  fault: { kind: string; seq: number } | null
}

const linksPerRound = 200
const place = { collection: 'auditChecks', id: 'chain' } as const

export const chainCheckOf = async ({ get }: Pick<Store, 'get'>): Promise<ChainCheckFields | undefined> =>
  (await get<ChainCheckFields>(place.collection, place.id))?.fields

/** How many links this round found sound. What is broken raises an alarm each round until somebody has looked. */
export async function checkChainOn({
  store,
  clock,
  log,
}: Pick<ServicePorts, 'store' | 'clock' | 'log'>): Promise<number> {
  const before = (await chainCheckOf(store))?.seq ?? 0
  const { seq, fault } = await checkFrom(store, before)
  const checked: ChainCheckFields = { seq, at: clock.now(), fault }
  await put(store, place.collection, place.id, checked)
  if (fault) log.alarm({ event: 'auditChainBroken', ...fault })
  return seq - before
}

async function checkFrom(store: Store, checked: number): Promise<Pick<ChainCheckFields, 'seq' | 'fault'>> {
  let before = await linkAt(store, checked)
  if (checked > 0 && !before) return { seq: checked, fault: { kind: 'linkRemoved', seq: checked } }
  for (let seq = checked + 1; seq <= checked + linksPerRound; seq += 1) {
    const link = await linkAt(store, seq)
    if (!link) return { seq: seq - 1, fault: null }
    try {
      await checkLink(store, seq, link, before)
    } catch (thrown) {
      if (!(thrown instanceof BrokenChain)) throw thrown
      return { seq: seq - 1, fault: { kind: thrown.fault.kind, seq } }
    }
    before = link
  }
  return { seq: checked + linksPerRound, fault: null }
}

const linkAt = async (store: Store, seq: number): Promise<LinkFields | undefined> =>
  seq === 0 ? undefined : (await store.get<LinkFields>('auditChain', linkId(seq)))?.fields
