/**
 * Reminders (提醒): `reminders/<caller>-<resident>-<kind>-<occasion>`. The id makes it one message for each person, kind and
 * occasion, however often somebody taps or the job runs. The caller's openid is sealed in it and erased when it has ended.
 */
import type { ReminderKind } from '../../shared/contracts/reminder'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import type { CallerPorts } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { callerIndex } from '../_residents/family'
import { isTerminal, stateAfter } from '../_states/transitions'
import { reminderTransitions, type ReminderEvent, type ReminderState } from './reminderStates'

export type ReminderFields = {
  state: ReminderState
  /** Still to be looked at by the job. */
  open: boolean
  /** Instant, UTC: the job looks at it from then on. */
  lookAt: string
  callerIndex: string
  residentId: string
  coverageYear: number
  kind: ReminderKind
  /** What tells this occasion from the next: the coverage year, or a refund's number. */
  occasion: string
  /** The openid, sealed for this document; null once it is not needed any more. */
  sealedTo: string | null
  tries: number
  /** Instants, UTC. */
  askedAt: string
  changedAt: string
}

export type Reminder = Stored<ReminderFields>

const collection = 'reminders'
/** Two kinds a person and year: nobody comes near it. */
const mostReminders = 500

const context = (id: string): string => sealContext(sealedFields.reminderTo, id)

type About = Pick<ReminderFields, 'residentId' | 'kind' | 'occasion'>

export const reminderId = (ports: CallerPorts, { residentId, kind, occasion }: About): string =>
  `${callerIndex(ports)}-${residentId}-${kind}-${occasion}`

export const reminderOf = ({ store }: CallerPorts, id: string): Promise<Reminder | undefined> =>
  store.get<ReminderFields>(collection, id)

/** Notes what the caller answered; whatever stands already stays. */
export async function noteAnswer(
  ports: CallerPorts,
  about: About & Pick<ReminderFields, 'coverageYear' | 'lookAt'>,
  accepted: boolean,
): Promise<Reminder> {
  const id = reminderId(ports, about)
  const now = ports.clock.now()
  const fields: ReminderFields = {
    ...about,
    callerIndex: callerIndex(ports),
    state: accepted ? 'wanted' : 'declined',
    open: accepted,
    sealedTo: accepted ? ports.cipher.seal(ports.caller.openId, context(id)) : null,
    tries: 0,
    askedAt: now,
    changedAt: now,
  }
  await ports.store.insert(collection, id, fields)
  const standing = await reminderOf(ports, id)
  if (!standing) throw new Error('a reminder was not written')
  return standing
}

/** All that the caller was ever asked about, the latest first. */
export async function remindersOf(ports: CallerPorts): Promise<Reminder[]> {
  const { documents } = await ports.store.find<ReminderFields>(collection, {
    where: { callerIndex: callerIndex(ports) },
    sort: { field: 'askedAt', order: 'descending' },
    limit: mostReminders,
  })
  return documents
}

/** Who it goes to. @throws where it has ended. */
export function openIdOf(cipher: Cipher, { id, fields: { sealedTo } }: Reminder): string {
  if (sealedTo === null) throw new Error('a reminder that has ended goes to nobody')
  return cipher.open(sealedTo, context(id))
}

/**
 * Moves a reminder along the table. Undefined where another round was faster.
 * @throws Error for an edge that the table does not have.
 */
export async function moveReminder(
  documents: Pick<Documents, 'replace'>,
  reminder: Reminder,
  event: ReminderEvent,
  changes: Pick<ReminderFields, 'changedAt'> & Partial<ReminderFields>,
): Promise<Reminder | undefined> {
  const state = stateAfter(reminderTransitions, reminder.fields.state, event)
  if (!state) throw new Error(`reminder: ${event} in ${reminder.fields.state}`)
  const ended = isTerminal(reminderTransitions, state) ? { open: false, sealedTo: null } : {}
  return replaceReminder(documents, reminder, { ...changes, ...ended, state })
}

/** It is not its day yet, or nothing has happened yet. */
export const lookLater = (
  documents: Pick<Documents, 'replace'>,
  reminder: Reminder,
  lookAt: string,
): Promise<Reminder | undefined> => replaceReminder(documents, reminder, { lookAt })

async function replaceReminder(
  documents: Pick<Documents, 'replace'>,
  reminder: Reminder,
  changes: Partial<ReminderFields>,
): Promise<Reminder | undefined> {
  const fields: ReminderFields = { ...reminder.fields, ...changes }
  const outcome = await documents.replace(collection, reminder.id, reminder.revision, fields)
  return outcome === 'replaced' ? { ...reminder, revision: reminder.revision + 1, fields } : undefined
}
