import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { openSqliteStore } from '../../cloudfunctions/_adapters/embedded/sqliteStore'
import { shanghaiClock } from '../../cloudfunctions/_adapters/clock/shanghaiClock'
import { createCipher } from '../../cloudfunctions/_adapters/keys/createCipher'
import { newRing } from '../../cloudfunctions/_adapters/keys/keyRing'
import { servePolicies } from '../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { verifySorts } from '../../cloudfunctions/_ledger/verify/verifyLedger'
import { localIndexes } from '../../cloudfunctions/_local/localIndexes'
import { seededChoice } from '../../cloudfunctions/_local/demonstration/seededChoice'
import type { JobPorts } from '../../cloudfunctions/_ports/ports'
import { residentDocuments, type RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { noReminders } from '../../cloudfunctions/_wiring/noReminders'
import schedule from '../../cloudfunctions/_wiring/schedule.json'
import { usualLimits } from '../../cloudfunctions/_wiring/usualLimits'
import { loadTables } from '../../shared/policy/loadTables'
import { place } from './households'
import { scriptedWechat, shop, type BillFate } from './scriptedWechat'

export type County = ReturnType<typeof startCounty>

const billFates = [
  ['late', 90],
  ['damaged', 60],
  ['short', 60],
] as const

/** The service for one county on the embedded store in memory, with a scripted clock and a scripted WeChat. */
export function startCounty(seed: number) {
  const choice = seededChoice(seed + 1)
  const time = { now: 0 }
  const alarms = new Map<string, number>()
  const fates = new Map<string, BillFate>()
  const billFateOf = (day: string): BillFate => {
    const fate = fates.get(day) ?? ((choice.weighted(billFates, 1000) ?? 'plain') as BillFate)
    fates.set(day, fate)
    return fate
  }
  const wechat = scriptedWechat(() => time.now, billFateOf)
  const indexes = { ...localIndexes }
  for (const [collection, fields] of Object.entries(verifySorts))
    indexes[collection] = [...(indexes[collection] ?? []), ...fields]
  const store = openSqliteStore(':memory:', indexes)
  const cipher = createCipher(newRing('season'))
  const tables = loadTables(join(__dirname, '../../shared/policy/tables'))
  const ports: JobPorts = {
    clock: shanghaiClock(() => time.now),
    store,
    cipher,
    payments: wechat.payments,
    policies: servePolicies(
      tables.filter(
        ({ region, coverageYear }) => region === place.region && coverageYear === place.coverageYear,
      ),
    ),
    log: {
      info: () => undefined,
      alarm: ({ event }) => void alarms.set(event, (alarms.get(event) ?? 0) + 1),
    },
    settings: { demo: true, ...shop, ...usualLimits },
    schedule,
    reminders: noReminders,
    deliveries: {
      departmentsOf: () => ['bureau', 'finance'],
      deliver: async () => (choice.perThousand(20) ? 'unknown' : 'received'),
    },
  }
  return {
    ports,
    store,
    wechat,
    time,
    choice,
    alarms,
    fates,
    /** What a phone keeps for one intended payment. */
    newKey: (): string => uuidOf(randomBytes(16)),
    /** Everybody is on the roster before the season begins. */
    async enrol(people: Iterable<RosterPerson>): Promise<void> {
      const rows = [...people].map((person) => residentDocuments(cipher, person))
      await store.insertMany(
        'residents',
        rows.map(({ resident }) => resident),
      )
      await store.insertMany(
        'residentIndex',
        rows.map(({ index }) => index),
      )
    },
  }
}

const uuidOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
