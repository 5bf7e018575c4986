/** 日结: `days/<region>-<date>`, how far one county's day is. */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Documents, Store, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { dayTransitions, type DayEvent, type DayState } from './dayStates'

/** One county's day: how far it is, and what was found at the last look. */
export type DayFields = {
  state: DayState
  region: string
  date: CivilDay
  /** True once nothing is expected any more: balanced, and every department has it. What turns up later unsettles it. */
  settled: boolean
  /** Whether WeChat's bill of the day was there at the last look. */
  billed: boolean
  /** Whether ledger and bill were the same at the last look. */
  reconciled: boolean
  /** Ledger entries of the day at the last look: another number means that something has turned up since. */
  counted: number
  /** Differences that stand open. */
  differences: number
  /** The latest version of the push; 0: none yet. */
  version: number
  /** Instant, UTC, of the last comparison with the bill; null: none yet. */
  lookedAt: string | null
  /** What a person was called for already. */
  alarms: string[]
  /** Instant, UTC. */
  changedAt: string
}

export type Day = Stored<DayFields>

/** What is true of a day, as it is found out. */
export type DayChanges = Partial<Omit<DayFields, 'state' | 'region' | 'date'>>

/** One county has one account a day. */
export const dayId = (region: string, date: CivilDay): string => `${region}-${date}`

/** Undefined before the day has begun, or where it is out of reach. */
export const dayOf = (
  { get }: Pick<Documents, 'get'>,
  region: string,
  date: CivilDay,
): Promise<Day | undefined> => get<DayFields>('days', dayId(region, date))

/** Begins a day, `open`; one that has begun is left as it is. */
export async function beginDay(store: Store, region: string, date: CivilDay, now: string): Promise<void> {
  const fields: DayFields = {
    state: 'open',
    region,
    date,
    settled: false,
    billed: false,
    reconciled: false,
    counted: 0,
    differences: 0,
    version: 0,
    lookedAt: null,
    alarms: [],
    changedAt: now,
  }
  await store.insert('days', dayId(region, date), fields)
}

/**
 * Moves a day along the table. Where somebody else has changed it since it was read, it is left as it stands now.
 * @throws Error for an edge that the table does not have.
 */
export function moveDay(
  store: Store,
  day: Day,
  event: DayEvent,
  changes: DayChanges & Pick<DayFields, 'changedAt'>,
): Promise<Day> {
  const state = stateAfter<DayState, DayEvent>(dayTransitions, day.fields.state, event)
  if (!state) throw new Error(`day ${day.id}: ${event} in ${day.fields.state}`)
  return replaceDay(store, day, { ...day.fields, ...changes, state })
}

/** Notes something about a day without moving it. */
export const noteDay = (store: Store, day: Day, changes: DayChanges): Promise<Day> =>
  replaceDay(store, day, { ...day.fields, ...changes })

async function replaceDay(store: Store, day: Day, fields: DayFields): Promise<Day> {
  const outcome = await store.replace('days', day.id, day.revision, fields)
  if (outcome === 'replaced') return { ...day, revision: day.revision + 1, fields }
  const standing = await store.get<DayFields>('days', day.id)
  if (!standing) throw new Error(`no day ${day.id}`)
  return standing
}
