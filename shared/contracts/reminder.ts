/** 提醒, as a resident sees them. */
import * as z from 'zod/mini'
import { contract } from './contract'
import { civilDay, coverageYear, residentId } from './fields'

/**
 * `deadline` the collection period ends · `newborn` the last day to register a child · `refund` a refund has come to its end ·
 * `subsidy` what comes back to the benefit card (一卡通) was paid.
 */
export const reminderKind = z.enum(['deadline', 'newborn', 'refund', 'subsidy'])
export type ReminderKind = z.infer<typeof reminderKind>

/** `open` may be asked for · `wanted` will be sent · `declined` said no to: not asked again · `over` sent, or could not be. */
export const reminderState = z.enum(['open', 'wanted', 'declined', 'over'])
export type PublicReminderState = z.infer<typeof reminderState>

/** One message that could be sent. One tap is one message. */
const reminderOffer = z.object({
  kind: reminderKind,
  /** WeChat's id of the template, for the phone to ask with. */
  template: z.string(),
  state: reminderState,
  /** The day that it warns of; null where it waits for something to happen. */
  lastDay: z.nullable(civilDay),
  /** The day on which it is sent; null where it waits for something to happen. */
  sendOn: z.nullable(civilDay),
})
export type ReminderOffer = z.infer<typeof reminderOffer>

/** 提醒: what one member of the family can be reminded of for a coverage year. Empty where there is nothing, or nobody to send it. */
export const MyReminders = contract({
  name: 'myReminders',
  request: z.object({ residentId, coverageYear }),
  reply: z.object({ name: z.string(), offers: z.array(reminderOffer) }),
  refusals: ['notFound', 'noPolicy'],
})

/**
 * What the person answered WeChat when it asked. `nothingToRemind`: the occasion has passed meanwhile. Answering twice changes
 * nothing: the first answer stands.
 */
export const RemindMe = contract({
  name: 'remindMe',
  request: z.object({ residentId, coverageYear, kind: reminderKind, accepted: z.boolean() }),
  reply: z.object({ offer: reminderOffer }),
  refusals: ['notFound', 'noPolicy', 'nothingToRemind'],
})
