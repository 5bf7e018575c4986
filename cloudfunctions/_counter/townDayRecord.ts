/**
 * 日清月结: one town's day of counter payments, `townDays/<index of region, town and day>`. It holds what the day comes to, so that a
 * month is thirty documents; entering a payment and closing the day both write it, so neither passes the other.
 */
import type { DepositDifference, TownDayState } from '../../shared/contracts/townDay'
import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import { putOver } from '../_ports/put'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { isHeldByTown } from './counterChannels'
import { townDayTransitions, type TownDayEvent } from './townDayStates'

/** 缴存: money of the day brought to the bank. */
export type Deposit = { voucher: string; fen: number; by: string; at: string }

/** What one day of one till comes to, and how far it is. */
export type TownDayFields = {
  state: TownDayState
  region: string
  town: string
  date: CivilDay
  /** Standing payments, what they come to, and how much of it passed through the town's own hands, fen. */
  payments: number
  fen: number
  heldFen: number
  /** Reversals of payments of earlier days, what they come to, and how much of it the town's own hands were to hold, fen. */
  reversals: number
  reversedFen: number
  reversedHeldFen: number
  deposits: Deposit[]
  difference: DepositDifference | null
  /** Staff ids; instants, UTC. */
  closedBy: string | null
  closedAt: string | null
  confirmedBy: string | null
  confirmedAt: string | null
}

export type TownDay = Stored<TownDayFields>

/** A counter that keeps an account of its days. */
export interface Till {
  region: string
  town: string
}

/** One till has one account a day. */
export const townDayIdOf = (cipher: Cipher, { region, town }: Till, date: CivilDay): string =>
  cipher.index('townDay', `${region}/${town}/${date}`)

/** Undefined where nothing was ever booked in it, or it is out of reach. */
export const townDayOf = (
  { get }: Pick<Documents, 'get'>,
  cipher: Cipher,
  till: Till,
  date: CivilDay,
): Promise<TownDay | undefined> => get<TownDayFields>('townDays', townDayIdOf(cipher, till, date))

/** Whether what stands in a day may still be taken out of it: the day is open, or it is no town's. */
export async function isDayOpen(
  documents: Pick<Documents, 'get'>,
  cipher: Cipher,
  { region, town, bookedOn }: { region: string; town: string | null; bookedOn: CivilDay | null },
): Promise<boolean> {
  if (town === null || bookedOn === null) return true
  return (await townDayOf(documents, cipher, { region, town }, bookedOn))?.fields.state === 'open'
}

/** What the town has to bring to the bank; below zero where more was reversed than taken. */
export const toDepositFen = ({ heldFen, reversedHeldFen }: TownDayFields): number => heldFen - reversedHeldFen

/** What was brought to the bank for the day, fen. */
export const depositedFen = ({ deposits }: TownDayFields): number =>
  deposits.reduce((sum, { fen }) => sum + fen, 0)

/**
 * The day in which a payment made on `paidOn` stands when it is entered `today`: that day itself, or, once it is closed, the day
 * on which it is entered, or the one after that. No day after today is ever closed.
 */
export async function openDayFor(
  documents: Documents,
  cipher: Cipher,
  till: Till,
  { paidOn, today }: { paidOn: CivilDay; today: CivilDay },
): Promise<CivilDay> {
  for (const date of [paidOn, today]) {
    const day = await townDayOf(documents, cipher, till, date)
    if (!day || day.fields.state === 'open') return date
  }
  return addDays(today, 1)
}

/** Adds a payment to an open day (`times` 1), or takes it out again (-1). @throws Error for a day that is not open. */
export async function book(
  documents: Documents,
  cipher: Cipher,
  till: Till,
  date: CivilDay,
  { fen, channel }: { fen: number; channel: string },
  times: 1 | -1,
): Promise<void> {
  await writeOpenDay(documents, cipher, till, date, (before) => ({
    payments: before.payments + times,
    fen: before.fen + times * fen,
    heldFen: before.heldFen + (isHeldByTown(channel) ? times * fen : 0),
  }))
}

/** Adds the reversal (冲销) of an earlier day's payment to an open day. @throws Error for a day that is not open. */
export const bookReversal = (
  documents: Documents,
  cipher: Cipher,
  till: Till,
  date: CivilDay,
  { fen, channel }: { fen: number; channel: string },
): Promise<void> =>
  writeOpenDay(documents, cipher, till, date, (before) => ({
    reversals: before.reversals + 1,
    reversedFen: before.reversedFen + fen,
    reversedHeldFen: before.reversedHeldFen + (isHeldByTown(channel) ? fen : 0),
  }))

async function writeOpenDay(
  documents: Documents,
  cipher: Cipher,
  till: Till,
  date: CivilDay,
  change: (before: TownDayFields) => Partial<TownDayFields>,
): Promise<void> {
  const standing = await townDayOf(documents, cipher, till, date)
  const before = standing?.fields ?? begun(till, date)
  if (before.state !== 'open') throw new Error('a town’s day that is closed takes no entry')
  const fields = { ...before, ...change(before) }
  await putOver(documents, 'townDays', townDayIdOf(cipher, till, date), standing, fields)
}

/** What is booked in a day, added up. */
export type DaySum = Pick<
  TownDayFields,
  'payments' | 'fen' | 'heldFen' | 'reversals' | 'reversedFen' | 'reversedHeldFen'
>

/** A day with nothing in it. */
export const nothingBooked: DaySum = {
  payments: 0,
  fen: 0,
  heldFen: 0,
  reversals: 0,
  reversedFen: 0,
  reversedHeldFen: 0,
}

const begun = ({ region, town }: Till, date: CivilDay): TownDayFields => ({
  state: 'open',
  region,
  town,
  date,
  ...nothingBooked,
  deposits: [],
  difference: null,
  closedBy: null,
  closedAt: null,
  confirmedBy: null,
  confirmedAt: null,
})

/**
 * Moves a town's day along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveTownDay(
  documents: Documents,
  day: TownDay,
  { event, actor, at }: { event: TownDayEvent; actor: AuditActor; at: string },
  changes: Partial<TownDayFields> = {},
): Promise<TownDay> {
  const state = stateAfter<TownDayState, TownDayEvent>(townDayTransitions, day.fields.state, event)
  if (!state) throw new Error(`town day ${day.id}: ${event} in ${day.fields.state}`)
  return changeTownDay(documents, day, event, { actor, at }, { ...changes, state })
}

/** Changes a town's day where it stands, inside a transaction, with an audit event. */
export async function changeTownDay(
  documents: Documents,
  day: TownDay,
  step: TownDayEvent | 'deposited' | 'depositTakenBack',
  { actor, at }: { actor: AuditActor; at: string },
  changes: Partial<TownDayFields>,
): Promise<TownDay> {
  const fields = { ...day.fields, ...changes }
  await documents.replace('townDays', day.id, day.revision, fields)
  await noteEvent(documents, `townDay-${day.id}-${day.revision + 1}`, {
    actor,
    action: `townDay${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `townDays/${day.id}`,
    at,
    details: {
      date: fields.date,
      payments: fields.payments,
      fen: fields.fen,
      reversed: fields.reversedFen,
      deposited: depositedFen(fields),
    },
  })
  return { ...day, revision: day.revision + 1, fields }
}
