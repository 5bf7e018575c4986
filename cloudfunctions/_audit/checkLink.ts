import type { Store } from '../_ports/store'
import {
  hashOfEvent,
  hashOfLink,
  hashOfTaken,
  type AuditEventFields,
  type LinkFields,
  type TakenFields,
} from './auditRecord'
import { BrokenChain } from './chainFault'

/** Holds one link against itself, the link before it and its events. @throws BrokenChain */
export async function checkLink(
  store: Store,
  seq: number,
  link: LinkFields,
  before: LinkFields | undefined,
): Promise<void> {
  const isWhole = Array.isArray(link.events) && !Number.isNaN(Date.parse(link.at))
  if (link.hash !== hashOfLink(link) || !isWhole) throw new BrokenChain({ kind: 'linkEdited', seq })
  if (link.seq !== seq) throw new BrokenChain({ kind: 'linkMoved', seq })
  // Sound in itself, and not what the next one saw: it was written anew with a hash to fit.
  if (link.previous !== (before?.hash ?? ''))
    throw new BrokenChain({ kind: 'linkEdited', seq: Math.max(1, seq - 1) })
  await checkEventsOf(store, link)
}

async function checkEventsOf(store: Store, { seq, events }: LinkFields): Promise<void> {
  const claims = await store.find<AuditEventFields>('auditEvents', {
    where: { link: seq },
    sort: { field: 'at', order: 'ascending' },
    limit: events.length + 1,
  })
  const listed = new Map(events.map(({ id, hash }) => [id, hash]))
  const standing = new Map(claims.documents.map(({ id, fields }) => [id, fields]))
  for (const [event, hash] of listed) {
    const fields = standing.get(event)
    if (fields && hashOfEvent(fields) === hash) {
      await checkTaken(store, seq, event, fields)
      continue
    }
    const elsewhere = fields ?? (await store.get('auditEvents', event))
    throw new BrokenChain({ kind: elsewhere ? 'eventEdited' : 'eventRemoved', seq, event })
  }
  for (const event of standing.keys())
    if (!listed.has(event)) throw new BrokenChain({ kind: 'eventInserted', seq, event })
}

/** Who stood in an export lies beside its event, which has the hash of it. */
async function checkTaken(
  store: Store,
  seq: number,
  event: string,
  { details }: AuditEventFields,
): Promise<void> {
  if (details.list === undefined) return
  const taken = await store.get<TakenFields>('auditTaken', event)
  if (!taken || hashOfTaken(taken.fields) !== details.list)
    throw new BrokenChain({ kind: 'takenEdited', seq, event })
}
