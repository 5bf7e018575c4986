/**
 * Finds by the ledger itself which days have something new: a day nobody has begun is begun, and one that was balanced or
 * sent without what has turned up since is corrected.
 */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { EntryFields } from '../_ledger/ledgerRecord'
import { pagesOf } from '../_ports/pages'
import type { JobPorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import { stateAfter } from '../_states/transitions'
import { beginDay, dayId, dayOf, moveDay } from './dayRecord'
import { dayTransitions, type DayEvent, type DayState } from './dayStates'
import { entriesOf } from './ledgerDay'

const place = { collection: 'jobs', id: 'noteEntries' } as const

/** A transaction lands within half a minute of its moment, and clocks of two functions differ by less. */
const overlapMs = 5 * 60_000

export async function noteEntries(ports: JobPorts): Promise<void> {
  const { store, clock } = ports
  const now = clock.now()
  const marker = await store.get<{ until: string }>(place.collection, place.id)
  for (const { region, day } of await touchedSince(ports, startOf(marker?.fields.until, now)))
    await noteDayOf(ports, region, day)
  await putOver(store, place.collection, place.id, marker, { until: now })
}

/** A clock that was set back (the local service) is followed back. */
function startOf(until: string | undefined, now: string): string {
  if (until === undefined) return ''
  return new Date(Math.min(Date.parse(until), Date.parse(now)) - overlapMs).toISOString()
}

/** Entries of no county are looked at with the bill. */
async function touchedSince(
  { store }: JobPorts,
  start: string,
): Promise<{ region: string; day: CivilDay }[]> {
  const touched = new Map<string, { region: string; day: CivilDay }>()
  for await (const page of pagesOf<EntryFields>(store, 'ledger', {
    where: { recordedAt: { from: start } },
    sort: { field: 'recordedAt', order: 'ascending' },
    limit: 500,
  }))
    for (const { fields } of page)
      if (fields.region !== null)
        touched.set(dayId(fields.region, fields.day), { region: fields.region, day: fields.day })
  return [...touched.values()]
}

async function noteDayOf(ports: JobPorts, region: string, date: CivilDay): Promise<void> {
  const { store, clock } = ports
  const day = await dayOf(store, region, date)
  if (!day) return beginDay(store, region, date, clock.now())
  if (!stateAfter<DayState, DayEvent>(dayTransitions, day.fields.state, 'corrected')) return
  let counted = 0
  for await (const page of entriesOf(store, region, date)) counted += page.length
  if (counted === day.fields.counted) return
  ports.log.info({ event: 'dayCorrected', region, date, entries: counted - day.fields.counted })
  await moveDay(store, day, 'corrected', { settled: false, changedAt: clock.now() })
}
