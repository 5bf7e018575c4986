import type { Reminders } from '../_ports/reminders'
import settings from './reminders.json'

/** Where no template was set up: nobody is offered a reminder, and none is sent. */
export const noReminders: Reminders = { settings, templates: {}, send: async () => 'notTaken' }
