/**
 * Begins every civil day on which a county takes money, also one on which nobody pays: its file says so, and silence is never
 * mistaken for a failure. Days outside the collection begin when an entry falls on them, and while WeChat is paying something
 * back: its bill lists a refund on the day it was taken, which may be another than the one on which it arrives.
 */
import { addDays, type CivilDay } from '../../shared/rules/civilDay'
import type { PolicyTable } from '../../shared/policy/table'
import { policiesOf } from '../_policies/policiesOf'
import type { JobPorts } from '../_ports/ports'
import type { RefundFields } from '../_refunds/refundRecord'
import { beginDay, type DayFields } from './dayRecord'

export async function beginDays(ports: JobPorts): Promise<void> {
  const today = ports.clock.today()
  const regions = new Set(ports.policies.all().map(({ region }) => region))
  for (const region of regions) {
    const tables = policiesOf(ports.policies, region).map(({ table }) => table)
    const last = await lastDayOf(ports, region)
    const returning = await isReturning(ports, region)
    for (let day = last === undefined ? today : addDays(last, 1); day <= today; day = addDays(day, 1))
      if (returning || tables.some((table) => isTaking(table, day)))
        await beginDay(ports.store, region, day, ports.clock.now())
  }
}

async function lastDayOf({ store }: JobPorts, region: string): Promise<CivilDay | undefined> {
  const { documents } = await store.find<DayFields>('days', {
    where: { region },
    sort: { field: 'date', order: 'descending' },
    limit: 1,
  })
  return documents[0]?.fields.date
}

async function isReturning({ store }: JobPorts, region: string): Promise<boolean> {
  const { documents } = await store.find<RefundFields>('refunds', {
    where: { region, desk: 'wechat' },
    sort: { field: 'requestedAt', order: 'ascending' },
    limit: 1,
  })
  return documents.length > 0
}

/** Whether a phase is open and WeChat is a way to pay. */
const isTaking = ({ channels, phases }: PolicyTable, day: CivilDay): boolean =>
  Array.isArray(channels) &&
  channels.some(({ channel }) => channel === 'wechat') &&
  phases.some(({ from, to }) => (from === 'unstated' || from <= day) && (to === 'open' || day <= to))
