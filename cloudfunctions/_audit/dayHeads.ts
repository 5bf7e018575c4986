/** 链头: where the chain stood at the end of a day. Kept elsewhere, it proves all of the chain up to there. */
import type { CivilDay } from '../../shared/rules/civilDay'
import { civilDayOf } from '../_ports/clock'
import type { Store } from '../_ports/store'
import { linksAfter } from './auditPages'
import type { HeadFields, LinkFields } from './auditRecord'

/** A run of the job ends within a minute: after so long, nobody adds a link to a day that is over. */
const settledAfterMs = 10 * 60_000

/** The day that is not over yet at an instant, also for a run that began before midnight. */
export const openDay = (now: string): CivilDay =>
  civilDayOf(new Date(Date.parse(now) - settledAfterMs).toISOString())

/** Writes the head of every day that is over and has links, once. `now` is an instant. */
export async function writeHeads(store: Store, now: string): Promise<void> {
  const newest = await headOf(store, openDay(now))
  let head: HeadFields | undefined
  for await (const { fields } of linksAfter(store, newest?.seq ?? 0)) {
    const next = headAt(fields, head)
    if (head && next.day !== head.day) await store.insert('auditHeads', head.day, head)
    if (next.day >= openDay(now)) return
    head = next
  }
  if (head) await store.insert('auditHeads', head.day, head)
}

/** Where the chain stands with this link; `before`: where it stood with the one before. */
export function headAt({ at, seq, hash, events }: LinkFields, before: HeadFields | undefined): HeadFields {
  const day = civilDayOf(at)
  const earlier = before?.day === day ? before.events : 0
  return { day, seq, hash, events: earlier + events.length }
}

/** The head of a day that is over, or of the last day before it that had links. */
export async function headOf(store: Store, day: CivilDay): Promise<HeadFields | undefined> {
  const { documents } = await store.find<HeadFields>('auditHeads', {
    where: { day: { to: day } },
    sort: { field: 'day', order: 'descending' },
    limit: 1,
  })
  return documents[0]?.fields
}
