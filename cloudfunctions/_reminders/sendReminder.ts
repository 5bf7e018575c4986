/**
 * Looks at one reminder again and sends it where its time has come: who may know what is decided now, not when it was asked for.
 * It is noted as handed over before WeChat is asked, so that a crash in between is tried again and a refusal is not.
 */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { JobPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import { memberOf } from '../_residents/family'
import { standingResident } from '../_residents/residentRecord'
import { occasionsOf, type Occasion } from './occasions'
import { lookLater, moveReminder, openIdOf, type Reminder } from './reminderRecord'
import { messageOf } from './reminderWords'

export type Sent = 'sent' | 'later' | 'ended' | 'unknown'

export async function sendReminder(ports: JobPorts, reminder: Reminder): Promise<Sent> {
  const { store, clock, reminders, cipher } = ports
  const { settings } = reminders
  const { residentId, coverageYear, kind, occasion: key } = reminder.fields
  const openId = openIdOf(cipher, reminder)
  const asCaller = { ...ports, caller: { openId } }
  const changedAt = clock.now()

  const member = await memberOf(asCaller, residentId)
  const { region } = await standingResident(ports, residentId)
  const policy = ports.policies.inForce(region, coverageYear)
  const occasions = member && policy ? await occasionsOf(asCaller, settings, member, policy) : []
  const occasion = occasions.find((one) => one.kind === kind && one.occasion === key)
  if (!member || !occasion) {
    await moveReminder(store, reminder, 'noLongerDue', { changedAt })
    return 'ended'
  }
  const message = messageOf(member, coverageYear, occasion)
  const wait = waitUntil(ports, occasion)
  if (wait !== undefined || !message) {
    await lookLater(store, reminder, wait ?? minutesFrom(changedAt, settings.lookAgainMinutes))
    return 'later'
  }
  if (reminder.fields.tries >= settings.tries) {
    ports.log.alarm({ event: 'reminderGivenUp', kind, tries: reminder.fields.tries })
    await moveReminder(store, reminder, 'givenUp', { changedAt })
    return 'ended'
  }
  const handed = await moveReminder(store, reminder, 'handedOver', {
    changedAt,
    tries: reminder.fields.tries + 1,
    lookAt: minutesFrom(changedAt, settings.lookAgainMinutes),
  })
  // Another round was faster: it sends.
  if (!handed) return 'later'
  return settle(ports, handed, await reminders.send(openId, message))
}

async function settle(
  { store, clock, log }: JobPorts,
  handed: Reminder,
  answer: Awaited<ReturnType<JobPorts['reminders']['send']>>,
): Promise<Sent> {
  const changes = { changedAt: clock.now() }
  switch (answer) {
    case 'sent':
      await moveReminder(store, handed, 'delivered', changes)
      return 'sent'
    case 'refused':
      await moveReminder(store, handed, 'turnedDown', changes)
      return 'ended'
    case 'notTaken':
      log.alarm({ event: 'reminderNotTaken', kind: handed.fields.kind })
      await moveReminder(store, handed, 'notTaken', changes)
      return 'ended'
    case 'unknown':
      return 'unknown'
  }
}

/** The instant from which it may be sent, where that is still to come on another day. */
function waitUntil({ clock, reminders }: JobPorts, { sendFrom }: Occasion): string | undefined {
  const today: CivilDay = clock.today()
  return sendFrom !== null && sendFrom > today ? instantAt(sendFrom, reminders.settings.from) : undefined
}

const minutesFrom = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()
