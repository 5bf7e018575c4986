/** A county's whole season: everybody pays, days pass, bills come or do not; then the books are read. */
import type { DayFields } from '../../cloudfunctions/_days/dayRecord'
import { pushOf, isReceivedByAll } from '../../cloudfunctions/_days/pushRecord'
import { verifyLedger } from '../../cloudfunctions/_ledger/verify/verifyLedger'
import { pagesOf } from '../../cloudfunctions/_ports/pages'
import { runDueJobs } from '../../cloudfunctions/jobs/runDueJobs'
import { addDays } from '../../shared/rules/civilDay'
import { season } from './calendar'
import { hireStaff, refundSteps } from './giveBack'
import { householdsOf, place, type Household } from './households'
import { begin, payTogether, told } from './payTogether'
import { startCounty, type County } from './startCounty'

export interface SeasonOptions {
  people: number
  seed: number
  /** Rounds of the jobs are so far apart; in the cloud it is 2 minutes. */
  roundMinutes: number
  say: (line: string) => void
}

export interface SeasonReport {
  people: number
  orders: number
  refunds: number
  days: number
  /** Bills that came late, damaged or cut short. */
  badBills: number
  /** Days that are not balanced and with every department in the end. */
  unmatched: string[]
  /** Days of which no version was with every department before its time. */
  latePushes: string[]
  versions: number
  violations: string[]
  stuck: number
  alarms: Record<string, number>
  seconds: { season: number; verify: number }
}

/** After the season, until the last refund is back and the last day sent. */
const daysAfter = 12

interface Event {
  at: number
  run: () => Promise<void>
}

export async function runSeason({ people, seed, roundMinutes, say }: SeasonOptions): Promise<SeasonReport> {
  const started = performance.now()
  const county = startCounty(seed)
  const [policy] = county.ports.policies.all()
  if (!policy) throw new Error('no table')
  const households = householdsOf(people, seed, policy.table)
  await county.enrol(households.flatMap((household) => household.people))
  await hireStaff(county)
  await passTheSeason(county, households, { roundMs: roundMinutes * 60_000, say })
  const lasted = (performance.now() - started) / 1000
  const report = await readBooks(county, people, households.length)
  return { ...report, seconds: { season: lasted, verify: report.seconds.verify } }
}

async function passTheSeason(
  county: County,
  households: readonly Household[],
  { roundMs, say }: { roundMs: number; say: (line: string) => void },
): Promise<void> {
  const later: Event[] = []
  const end = Date.parse(`${addDays(season.to, daysAfter)}T00:00:00+08:00`)
  let next = 0
  let said = 0
  for (let round = Date.parse(`${season.from}T00:00:00+08:00`); round < end; round += roundMs) {
    for (; (households[next]?.at ?? end) < round; next++) await paysAt(county, households[next], later)
    later.sort((one, other) => one.at - other.at)
    while ((later[0]?.at ?? end) < round) {
      const event = later.shift()
      county.time.now = Math.max(county.time.now, event?.at ?? 0)
      await event?.run()
    }
    county.time.now = round
    await runDueJobs(county.ports)
    if (next - said >= 10_000) say(`${county.ports.clock.today()}  ${(said = next)} households`)
  }
}

async function paysAt(county: County, household: Household | undefined, later: Event[]): Promise<void> {
  if (!household) return
  county.time.now = household.at
  if (household.fate === 'late') {
    // Begun, left alone until we close it, and paid all the same; then paid anew.
    const { orderNumber } = await begin(county, household)
    const paidLate = async (): Promise<void> => told(county, county.wechat.pay(orderNumber))
    const again: Household = { ...household, fate: 'plain' }
    later.push({ at: household.at + 70 * 60_000, run: paidLate })
    if (household.at < Date.parse(`${season.to}T20:00:00+08:00`))
      later.push({ at: household.at + 80 * 60_000, run: async () => void (await payTogether(county, again)) })
    return
  }
  const paid = await payTogether(county, household)
  if (household.fate === 'refund') later.push(...refundSteps(county, household.openId, paid, county.time.now))
}

async function readBooks(county: County, people: number, households: number): Promise<SeasonReport> {
  const { store, ports } = county
  const verifying = performance.now()
  const { violations, stuck, counts } = await verifyLedger(store, {
    merchantId: ports.settings.merchantId,
    now: ports.clock.now(),
  })
  const verify = (performance.now() - verifying) / 1000
  const days: DayFields[] = []
  for await (const page of pagesOf<DayFields>(store, 'days', {
    where: { region: place.region },
    sort: { field: 'date', order: 'ascending' },
    limit: 100,
  }))
    days.push(...page.map(({ fields }) => fields))
  const latePushes: string[] = []
  for (const day of days) if (!(await isSentInTime(county, day))) latePushes.push(day.date)
  const report: SeasonReport = {
    people,
    orders: counts.orders ?? households,
    refunds: counts.refunds ?? 0,
    days: days.length,
    badBills: [...county.fates.values()].filter((fate) => fate !== 'plain').length,
    unmatched: days.flatMap((day) => (day.settled ? [] : [`${day.date} ${day.state}`])),
    latePushes,
    versions: days.reduce((sum, { version }) => sum + version, 0),
    violations: violations.map(({ rule, document }) => `${rule} ${document}`),
    stuck: stuck.length,
    alarms: Object.fromEntries(county.alarms),
    seconds: { season: 0, verify },
  }
  store.close()
  return report
}

/** Whether some version was with every department by its time; a day outside the collection is due like the others. */
async function isSentInTime({ store }: County, { region, date, version }: DayFields): Promise<boolean> {
  for (let each = 1; each <= version; each++) {
    const push = await pushOf(store, region, date, each)
    const answers = Object.values(push?.fields.departments ?? {})
    if (push && isReceivedByAll(push) && answers.every(({ at }) => (at ?? '') < push.fields.dueBy))
      return true
  }
  return false
}
