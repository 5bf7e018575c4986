/**
 * 入链: links every event that is not linked yet, oldest first, and writes down where the chain stood at the end of each
 * day. A job, and not part of the transaction an event belongs to: every payment of a county would queue for one head.
 */
import type { ServicePorts } from '../_ports/ports'
import type { Store, Stored } from '../_ports/store'
import { hashOfEvent, hashOfLink, linkId, type AuditEventFields, type LinkFields } from './auditRecord'
import { writeHeads } from './dayHeads'

/** A transaction holds every event of a link, so links are short. */
const eventsPerLink = 50

/** How many events this run has linked. Several runs at once share the work: a link's id is taken once. */
export async function linkEvents({ store, clock }: Pick<ServicePorts, 'store' | 'clock'>): Promise<number> {
  // One instant for the whole run: its links lie behind the heads it has written.
  const now = clock.now()
  await writeHeads(store, now)
  let linked = 0
  for (;;) {
    const waiting = await store.find<AuditEventFields>('auditEvents', {
      where: { link: 0 },
      sort: { field: 'at', order: 'ascending' },
      limit: eventsPerLink,
    })
    if (waiting.documents.length === 0) return linked
    linked += await addLink(store, waiting.documents, await lastLink(store), now)
  }
}

async function lastLink(store: Store): Promise<LinkFields | undefined> {
  const { documents } = await store.find<LinkFields>('auditChain', {
    where: {},
    sort: { field: 'seq', order: 'descending' },
    limit: 1,
  })
  return documents[0]?.fields
}

/** How many events it has linked: all of these, or none where another run was faster with one of them or the link. */
function addLink(
  store: Store,
  events: readonly Stored<AuditEventFields>[],
  last: LinkFields | undefined,
  now: string,
): Promise<number> {
  const link = linkAfter(last, events, now)
  return store.transaction(async (documents) => {
    for (const { id, revision } of events)
      if ((await documents.get('auditEvents', id))?.revision !== revision) return 0
    if ((await documents.insert('auditChain', linkId(link.seq), link)) === 'exists') return 0
    for (const { id, revision, fields } of events)
      await documents.replace('auditEvents', id, revision, { ...fields, link: link.seq })
    return events.length
  })
}

function linkAfter(
  last: LinkFields | undefined,
  events: readonly Stored<AuditEventFields>[],
  now: string,
): LinkFields {
  const link = {
    seq: (last?.seq ?? 0) + 1,
    // Never back, so that a day's links stand together even where a clock was set.
    at: last && last.at > now ? last.at : now,
    previous: last?.hash ?? '',
    events: events.map(({ id, fields }) => ({ id, hash: hashOfEvent(fields) })),
  }
  return { ...link, hash: hashOfLink(link) }
}
