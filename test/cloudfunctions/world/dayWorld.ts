import type { Delivery } from '../../../cloudfunctions/_ports/deliveries'
import type { JobPorts } from '../../../cloudfunctions/_ports/ports'
import type { DayFields } from '../../../cloudfunctions/_days/dayRecord'
import { differencesOf } from '../../../cloudfunctions/_days/differenceRecord'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { runDueJobs } from '../../../cloudfunctions/jobs/runDueJobs'
import { opened, payer } from './payer'
import { startWorld } from './startWorld'

export type DayWorld = Awaited<ReturnType<typeof startDayWorld>>

type Answer = 'received' | 'refused' | 'unknown'

/** The service, and two departments that keep what they are sent; each answers as told, otherwise it receives. */
export async function startDayWorld(now?: string) {
  const world = await startWorld(now)
  const files: Delivery[] = []
  const answers: Partial<Record<string, Answer[]>> = {}
  const ports = (): JobPorts => ({
    ...world.service,
    schedule,
    reminders: world.reminders,
    deliveries: {
      departmentsOf: () => ['bureau', 'finance'],
      async deliver(delivery) {
        files.push(delivery)
        return answers[delivery.department]?.shift() ?? 'received'
      },
    },
  })
  return {
    ...world,
    ports,
    files,
    /** What a department answers to the next files, in turn. */
    answers,
    alarms: () => world.lines.flatMap((line) => (line.alarm ? [line.event] : [])),
    /** One round of all jobs at a time of day in Shanghai. */
    async round(day: string, time: string) {
      world.setClock(day, time)
      return runDueJobs(ports())
    },
    async day(date: string, region = 'rivertown') {
      return (await world.store.get<DayFields>('days', `${region}-${date}`))?.fields
    },
    async differences(date: string, place = 'rivertown') {
      return (await differencesOf(world.store, place, date)).map(({ fields }) => fields)
    },
    /** The files of one department and day, in the order they came. */
    filesOf: (date: string, region = 'rivertown', department = 'bureau') =>
      files.filter((file) => file.department === department && file.fileName.startsWith(`${region}-${date}`)),
    /** Somebody pays, and WeChat says so at once unless told otherwise. */
    async pay(
      openId: string,
      decision: 'confirm' | 'confirmWithoutCallback' = 'confirm',
      known: Parameters<typeof payer>[2] = {},
    ) {
      const one = await payer(world, openId, known)
      const { orderNumber, prepayId } = opened(await one.start())
      await world.simulator.decide(prepayId, decision)
      await world.simulator.settled()
      return { ...one, orderNumber }
    },
  }
}
