/**
 * The reminder port (订阅消息): one message to one person who has asked for it. WeChat lets a service send as many messages as
 * taps it was given, by template; a template is one form of message that WeChat has approved.
 */
import type { CivilDay } from '../../shared/rules/civilDay'

/** `lastDay` something ends on a day · `refund` a refund has ended · `subsidy` money was paid to the benefit card. */
export type ReminderTemplate = 'lastDay' | 'refund' | 'subsidy'

/** What stands in a message, without a form: whoever sends it knows the template's own fields. */
export interface ReminderMessage {
  template: ReminderTemplate
  /** Whose, and what: at most 20 characters, with a name that is masked. */
  what: string
  /** The last day, or the day on which it happened. */
  day: CivilDay
  /** A state in at most five characters, where the template has one. */
  state: string
  /** Fen; null where the message is about no sum. */
  fen: number | null
  /** What to do: at most 20 characters. */
  note: string
  /** The page that the message opens: opaque ids only. */
  page: string
}

/** When and how much: this deployment's settings, not a notice's. */
export interface ReminderSettings {
  /** So many days before the last day. */
  daysBefore: { deadline: number; newborn: number }
  /** Nothing is sent outside these times of day (`HH:MM`, Asia/Shanghai). */
  from: string
  to: string
  /** At most so many in one round of the jobs. */
  perRound: number
  /** After so many tries without an answer it is given up. */
  tries: number
  /** After so many minutes it is looked again whether something has happened. */
  lookAgainMinutes: number
}

export interface Reminders {
  settings: ReminderSettings
  /** WeChat's ids, of the templates that were set up. */
  templates: Readonly<Partial<Record<ReminderTemplate, string>>>
  /**
   * `sent` · `refused`: the person does not want it any more · `notTaken`: it does not fit its template, or the template is not
   * ours, a person must look · `unknown`: no answer to rely on.
   */
  send(openId: string, message: ReminderMessage): Promise<'sent' | 'refused' | 'notTaken' | 'unknown'>
}
