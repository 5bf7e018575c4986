/** 提醒: sends what people asked to be told, in the daytime, at most so many in a round. */
import { errorLine } from '../_ports/errorLine'
import type { JobPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import { severalAtOnce } from '../_ports/severalAtOnce'
import type { ReminderFields } from '../_reminders/reminderRecord'
import { sendReminder, type Sent } from '../_reminders/sendReminder'

/** How many were looked at, by what came of it. One that fails does not stop the others; it is looked at again. */
export async function sendReminders(ports: JobPorts): Promise<Partial<Record<Sent | 'broken', number>>> {
  const counts: Partial<Record<Sent | 'broken', number>> = {}
  const { clock, store, schedule, log } = ports
  if (!isDaytime(ports)) return counts
  const due = await store.find<ReminderFields>('reminders', {
    where: { open: true, lookAt: { to: clock.now() } },
    sort: { field: 'lookAt', order: 'ascending' },
    limit: ports.reminders.settings.perRound,
  })
  await severalAtOnce(due.documents, schedule.atOnce, async (reminder) => {
    const outcome = await sendReminder(ports, reminder).catch((thrown: unknown) => {
      log.alarm({ event: 'reminderBroken', kind: reminder.fields.kind, ...errorLine(thrown) })
      return 'broken' as const
    })
    counts[outcome] = (counts[outcome] ?? 0) + 1
  })
  if (due.documents.length > 0) log.info({ event: 'remindersSent', ...counts })
  return counts
}

function isDaytime({ clock, reminders: { settings } }: JobPorts): boolean {
  const [now, today] = [clock.now(), clock.today()]
  return instantAt(today, settings.from) <= now && now < instantAt(today, settings.to)
}
