/** Walks the whole audit chain from the database alone, and names the first place where it is broken. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Store } from '../_ports/store'
import { everyOne } from './auditPages'
import { linkId, type AuditEventFields, type HeadFields, type LinkFields } from './auditRecord'
import { BrokenChain, type ChainFault } from './chainFault'
import { checkHeads, type ChainWalked, type KeptHead } from './checkHeads'
import { checkLink } from './checkLink'
import { headAt } from './dayHeads'

export type VerifiedChain =
  { kind: 'sound'; links: number; events: number; waiting: number } | { kind: 'broken'; fault: ChainFault }

/** `now` is an instant: an event may wait an hour for its link. `kept` are heads that were stored elsewhere. */
export async function verifyChain(
  store: Store,
  now: string,
  kept: readonly KeptHead[] = [],
): Promise<VerifiedChain> {
  try {
    const walked = await walkLinks(store)
    const { links, events } = totalsOf(walked)
    await checkStrays(store, links)
    const waiting = await checkEvents(store, links, now)
    await checkHeads(store, walked, kept)
    return { kind: 'sound', links, events, waiting }
  } catch (thrown) {
    if (thrown instanceof BrokenChain) return { kind: 'broken', fault: thrown.fault }
    throw thrown
  }
}

async function walkLinks(store: Store): Promise<ChainWalked> {
  const heads = new Map<CivilDay, HeadFields>()
  let last: LinkFields | undefined
  let head: HeadFields | undefined
  for (let seq = 1; ; seq += 1) {
    const link = await store.get<LinkFields>('auditChain', linkId(seq))
    if (!link) return { heads: [...heads.values()], lastAt: last?.at ?? '' }
    await checkLink(store, seq, link.fields, last)
    last = link.fields
    head = headAt(last, head)
    heads.set(head.day, head)
  }
}

const totalsOf = ({ heads }: ChainWalked): { links: number; events: number } => ({
  links: heads.at(-1)?.seq ?? 0,
  events: heads.reduce((sum, { events }) => sum + events, 0),
})

/** What stands behind the last link, and what no number leads to. */
async function checkStrays(store: Store, links: number): Promise<void> {
  const bySeq = { where: {}, sort: { field: 'seq', order: 'ascending' } } as const
  for await (const { id, fields } of everyOne(store, 'auditChain', bySeq)) {
    if (typeof fields.seq === 'number' && fields.seq > links)
      throw new BrokenChain({ kind: 'linkRemoved', seq: links + 1 })
    if (Number(id) < 1 || Number(id) > links || linkId(Number(id)) !== id)
      throw new BrokenChain({ kind: 'linkInserted', link: id })
  }
}

const patienceMs = 3600_000

/** How many events wait for their link. Those that stand in a link have been looked at with it. */
async function checkEvents(store: Store, links: number, now: string): Promise<number> {
  const byTime = { where: {}, sort: { field: 'at', order: 'ascending' } } as const
  let waiting = 0
  for await (const { id, fields } of everyOne<AuditEventFields>(store, 'auditEvents', byTime)) {
    const { link, at } = fields
    if (link === 0) waiting += 1
    if (link === 0 && Date.parse(now) - Date.parse(at) > patienceMs)
      throw new BrokenChain({ kind: 'eventLeft', event: id })
    if (link === links + 1) throw new BrokenChain({ kind: 'linkRemoved', seq: link })
    if (!Number.isInteger(link) || link < 0 || link > links)
      throw new BrokenChain({ kind: 'eventInserted', seq: link, event: id })
  }
  return waiting
}
