import { addDays } from '../../shared/rules/civilDay'
import type { JobPorts } from '../_ports/ports'
import { instantAt } from '../_ports/schedule'
import { noteDay, type Day } from './dayRecord'
import { pushDue } from './pushDue'
import { isReceivedByAll, pushOf } from './pushRecord'

/** Calls a person where a day is not where it should be by now, each thing once. */
export async function alarmFor(ports: JobPorts, day: Day): Promise<void> {
  const { region, date, alarms, billed, differences, state } = day.fields
  const late = (await whatIsLate(ports, day)).filter((event) => !alarms.includes(event))
  if (late.length === 0) return
  for (const event of late) ports.log.alarm({ event, region, date, state, billed, differences })
  await noteDay(ports.store, day, { alarms: [...alarms, ...late] })
}

async function whatIsLate(ports: JobPorts, { fields }: Day): Promise<string[]> {
  const { region, date, lookedAt, reconciled, version } = fields
  const now = ports.clock.now()
  const isPast = (time: string) => now >= instantAt(addDays(date, 1), time)
  const late: string[] = []
  if (isPast(ports.schedule.differencesBy) && lookedAt === null) late.push('dayNotCompared')
  if (isPast(ports.schedule.alarmAt) && !reconciled) late.push('dayNotBalanced')
  if (now < pushDue(ports, region, date).by) return late
  for (let each = version; each > 0; each--) {
    const push = await pushOf(ports.store, region, date, each)
    if (push && isReceivedByAll(push)) return late
  }
  return [...late, 'pushNotReceived']
}
