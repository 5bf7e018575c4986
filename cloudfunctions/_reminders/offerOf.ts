import type { ReminderOffer } from '../../shared/contracts/reminder'
import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import type { Reminders } from '../_ports/reminders'
import type { Occasion } from './occasions'
import type { Reminder } from './reminderRecord'
import { publicReminder } from './reminderStates'
import { templateOf } from './reminderWords'

/**
 * An occasion as it may be asked for. Undefined where no template was set up for it, where it has happened before anybody asked,
 * and where its day is so near that tomorrow would be too late.
 */
export function offerOf(
  { templates }: Reminders,
  { kind, lastDay, sendFrom, happened }: Occasion,
  standing: Reminder | undefined,
  today: CivilDay,
): ReminderOffer | undefined {
  const template = templates[templateOf[kind]]
  if (template === undefined) return undefined
  const offered = { kind, template, lastDay }
  const sendOn = lastDay === null || sendFrom === null ? null : later(sendFrom, addDays(today, 1))
  if (standing) return { ...offered, state: publicReminder[standing.fields.state], sendOn }
  if (happened || (sendOn !== null && lastDay !== null && sendOn > lastDay)) return undefined
  return { ...offered, state: 'open', sendOn }
}

const later = (one: CivilDay, other: CivilDay): CivilDay => (one > other ? one : other)
