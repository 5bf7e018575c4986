import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { shanghaiClock } from '../../../cloudfunctions/_adapters/clock/shanghaiClock'
import { openSqliteStore } from '../../../cloudfunctions/_adapters/embedded/sqliteStore'
import { createCipher } from '../../../cloudfunctions/_adapters/keys/createCipher'
import { newRing } from '../../../cloudfunctions/_adapters/keys/keyRing'
import { pdfPrinter } from '../../../cloudfunctions/_adapters/pdf/pdfPrinter'
import { createFormPress } from '../../../cloudfunctions/_adapters/press/createFormPress'
import { servePolicies } from '../../../cloudfunctions/_adapters/policyFiles/servePolicies'
import { createWechatPay } from '../../../cloudfunctions/_adapters/wechatpay/createWechatPay'
import { createWechatPaySimulator } from '../../../cloudfunctions/_local/wechatpay/createWechatPaySimulator'
import type { LogLine } from '../../../cloudfunctions/_ports/log'
import type { Payments } from '../../../cloudfunctions/_ports/payments'
import type { Ports, ServicePorts } from '../../../cloudfunctions/_ports/ports'
import { residentDocuments, type RosterPerson } from '../../../cloudfunctions/_residents/residentDocuments'
import type { ReminderMessage, Reminders } from '../../../cloudfunctions/_ports/reminders'
import reminderSettings from '../../../cloudfunctions/_wiring/reminders.json'
import schedule from '../../../cloudfunctions/_wiring/schedule.json'
import { staffOf, type StaffAccountFields } from '../../../cloudfunctions/_staff/staffAccount'
import { answerResident } from '../../../cloudfunctions/resident/answerResident'
import { answerStaff } from '../../../cloudfunctions/staff/answerStaff'
import { receiveNotification } from '../../../cloudfunctions/payment-notify/receiveNotification'
import type { Contract, Outcome, ReplyOf, RequestOf } from '../../../shared/contracts/contract'
import type { Role } from '../../../shared/contracts/staff'
import { checkCharacter } from '../../../shared/identity/idNumber'
import { paymentKeys } from '../../paymentKeys'
import { listening, sealedElsewhere } from './sealedElsewhere'
import { plainAccount } from './plainAccount'
import { dearer, standInTables } from './standInTables'

export type World = Awaited<ReturnType<typeof startWorld>>

/** A key ring of random keys. */
export const randomKeys = () => newRing('k1')

/**
 * The whole service in one process: SQLite in memory, WeChat Pay's simulator over HTTP, a clock that can be moved. Refunds
 * arrive at once, or only by hand.
 */
export async function startWorld(
  now = '2030-11-20T04:00:00Z',
  { refundDelayMs = 0 }: { refundDelayMs?: 0 | 'byHand' } = {},
) {
  const time = { offset: Date.parse(now) - Date.now() }
  const milliseconds = () => Date.now() + time.offset
  const lines: LogLine[] = []
  const statuses: number[] = []
  const simulator = await createWechatPaySimulator({
    callbackPausesMs: [5, 5, 5],
    now: () => new Date(milliseconds()),
    keys: paymentKeys(),
    refundDelayMs,
  })
  const site = new Hono()
  const { server, origin } = await listen(site)
  const config = simulator.configFor({ baseUrl: `${origin}/wechatpay/`, notifyUrl: `${origin}/notify` })
  const cipher = createCipher(randomKeys())
  const strays = new Set<string>()
  const store = listening(openSqliteStore(':memory:'), (collection, fields) => {
    for (const path of sealedElsewhere(cipher, collection, fields)) strays.add(path)
  })
  const payments = createWechatPay(config, { wait: async () => undefined })
  const service: ServicePorts = {
    clock: shanghaiClock(milliseconds),
    store,
    cipher,
    payments,
    policies: servePolicies(standInTables),
    log: { info: (line) => lines.push(line), alarm: (line) => lines.push({ ...line, alarm: true }) },
    settings: {
      demo: true,
      merchantId: config.merchantId,
      appId: config.appId,
      orderMinutes: 30,
      limits: {
        missesPerCaller: { atMost: 5, minutes: 60 },
        missesPerIdNumber: { atMost: 12, minutes: 60 },
        missesInAll: { atMost: 4000, minutes: 60 },
        ordersPerCaller: { atMost: 40, minutes: 60 },
        newbornsPerCaller: { atMost: 4, minutes: 1440 },
        proofsPerCaller: { atMost: 12, minutes: 1440 },
        proofsPerPerson: { atMost: 8, minutes: 1440 },
        checksPerSource: { atMost: 8, minutes: 60 },
        complaintsPerCaller: { atMost: 6, minutes: 1440 },
        staffMisses: { atMost: 6, minutes: 60 },
        schoolLists: { atMost: 5, minutes: 1440 },
      },
    },
  }
  const mailbox: { openId: string; message: ReminderMessage }[] = []
  const reminders: Reminders = {
    settings: reminderSettings,
    templates: { lastDay: 'template-1', refund: 'template-2', subsidy: 'template-3' },
    async send(openId, message) {
      mailbox.push({ openId, message })
      return 'sent'
    },
  }
  const press = createFormPress(fontFile)
  const printer = pdfPrinter({ fontFile, checkAddress: `${origin}/certificate` })
  const world = {
    service,
    printer,
    reminders,
    /** What was sent to whom, in order. */
    mailbox,
    store,
    simulator,
    lines,
    /** What our notify address answered, in order. */
    statuses,
    origin,
    /** Somebody of a roster, and what their own phone would say to name them. */
    async addPerson(person: Partial<RosterPerson> = {}) {
      const roster: RosterPerson = { ...plainPerson(), ...person }
      const { resident, index } = residentDocuments(cipher, roster)
      await store.insert('residents', resident.id, resident.fields)
      await store.insert('residentIndex', index.id, index.fields)
      return { ...roster, residentId: resident.id, relation: 'self' as const, consent: 'person-1' as const }
    },
    as(openId: string, ports: Partial<ServicePorts> = {}) {
      return async <C extends Contract>(contract: C, request: RequestOf<C>): Promise<Outcome<C>> => {
        const all: Ports = { ...service, ...ports, caller: { openId }, printer, reminders }
        return await answerResident(contract.name, request, all)
      }
    },
    /** A member of staff, with an account of their own; answers with what they may ask. */
    async staff(role: Role, account: Partial<StaffAccountFields> & { openId?: string } = {}) {
      const { openId, ...known } = account
      staffCount += 1
      const staffId = `staff-${role}-${staffCount}`
      const callerIndex = openId === undefined ? null : cipher.index('caller', openId)
      const fields = plainAccount(role, 'lakeside', { callerIndex, ...known })
      await store.insert('staffAccounts', staffId, fields)
      return async <C extends Contract>(contract: C, request: RequestOf<C>): Promise<Outcome<C>> => {
        const staff = await staffOf(service, staffId)
        if (!staff) throw new Error(`no account ${staffId}`)
        return await answerStaff(contract.name, request, { ...service, schedule, press, staff })
      }
    },
    /** The notice is amended: everything gets dearer. */
    amend() {
      service.policies = servePolicies(standInTables.map(dearer))
    },
    /** Lets some of the payment port answer otherwise, until mended. */
    breakPayments(broken: Partial<Payments>) {
      service.payments = { ...payments, ...broken }
    },
    mendPayments() {
      service.payments = payments
    },
    /** Moves the clock by so many minutes. */
    later(minutes: number) {
      time.offset += minutes * 60_000
    },
    /** Sets the clock to a time of day in Shanghai. */
    setClock(day: string, timeOfDay: string) {
      time.offset = Date.parse(`${day}T${timeOfDay}+08:00`) - Date.now()
    },
    async stop() {
      simulator.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      store.close()
      // Whatever a test is about: what it sealed must be found by a rotation of the keys.
      if (strays.size > 0)
        throw new Error(`sealed, and not in the list of sealed fields: ${[...strays].join(', ')}`)
    },
  }
  site.post('/notify', async (context) => {
    const headers = Object.fromEntries(context.req.raw.headers)
    const { status } = await receiveNotification({ body: await context.req.text(), headers }, world.service)
    statuses.push(status)
    return new Response(null, { status })
  })
  site.route('/wechatpay', simulator.app)
  return world
}

function listen(site: Hono): Promise<{ server: Server; origin: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve({ server: server as Server, origin: `http://127.0.0.1:${port}` }),
    )
  })
}

const fontFile = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')

let people = 0
let staffCount = 0

/** Somebody of rivertown who owes the whole fee; every call gives another person. */
export function plainPerson(): RosterPerson {
  people += 1
  const first17 = `62999919700101${String(people % 1000).padStart(3, '0')}`
  return {
    region: 'rivertown',
    town: '样例镇',
    name: `王样例${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`,
    idNumber: first17 + checkCharacter(first17),
    residence: 'hukou',
    identities: [],
    otherCover: null,
    lastCovered: 2030,
    student: null,
  }
}

/** The reply, where there must be one. @throws Error naming what came instead. */
export function replyOf<C extends Contract>(outcome: Outcome<C>): ReplyOf<C> {
  if (outcome.kind !== 'done') throw new Error(`expected a reply, got ${JSON.stringify(outcome)}`)
  return outcome.reply
}
