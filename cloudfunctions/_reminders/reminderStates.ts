import type { PublicReminderState } from '../../shared/contracts/reminder'
import type { Transitions } from '../_states/transitions'

/**
 * `wanted` asked for, waits for its day · `sending` handed over, the answer is not known · ends: `declined` the person said no
 * when WeChat asked · `sent` · `refused` WeChat says the person wants none any more · `failed` it could not be sent ·
 * `dropped` there is nothing left to remind of: paid meanwhile, over, or the caller acts for that person no more.
 */
export type ReminderState = 'wanted' | 'sending' | 'declined' | 'sent' | 'refused' | 'failed' | 'dropped'

export type ReminderEvent = 'handedOver' | 'delivered' | 'turnedDown' | 'notTaken' | 'givenUp' | 'noLongerDue'

/** Every way a reminder (提醒) can go. */
export const reminderTransitions = {
  wanted: { handedOver: 'sending', noLongerDue: 'dropped' },
  // Without an answer it is handed over again; the third time without one ends it.
  sending: {
    handedOver: 'sending',
    delivered: 'sent',
    turnedDown: 'refused',
    notTaken: 'failed',
    givenUp: 'failed',
    noLongerDue: 'dropped',
  },
  declined: {},
  sent: {},
  refused: {},
  failed: {},
  dropped: {},
} as const satisfies Transitions<ReminderState, ReminderEvent>

/** What the person knows of it. */
export const publicReminder: Readonly<Record<ReminderState, PublicReminderState>> = {
  wanted: 'wanted',
  sending: 'wanted',
  declined: 'declined',
  sent: 'over',
  refused: 'over',
  failed: 'over',
  dropped: 'over',
}
