/** What is attacked: the local service with its simulated WeChat, over HTTP, with people of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalService } from '../../cloudfunctions/_local/startLocalService'
import { sealCallback } from '../../cloudfunctions/_local/wechatpay/sealCallback'
import type { Signer } from '../../cloudfunctions/_local/wechatpay/simulatorKeys'
import type { RawNotification } from '../../cloudfunctions/_ports/payments'
import type { Fields } from '../../cloudfunctions/_ports/store'
import { residentDocuments, type RosterPerson } from '../../cloudfunctions/_residents/residentDocuments'
import { checkCharacter } from '../../shared/identity/idNumber'
import { freePort } from '../freePort'
import { paymentKeys } from '../paymentKeys'

export type Target = Awaited<ReturnType<typeof startTarget>>

export interface Answer {
  kind: 'done' | 'refused' | 'outage'
  refusal?: string
  details?: Record<string, unknown>
  reply?: Record<string, never>
}

const keys = paymentKeys()
let people = 0

/** Starts the service on a day within a collection period. */
export async function startTarget(today = '2023-11-20') {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai attacked '))
  writeFileSync(join(folder, 'index.html'), '<title>明白账</title>')
  const port = await freePort()
  const service = await startLocalService({
    folder,
    port,
    residents: 1,
    client: folder,
    today,
    paymentKeys: keys,
  })
  const { store, cipher } = service.ports
  return {
    service,
    async addPerson(region = 'shandan', known: Partial<RosterPerson> = {}) {
      const person = { ...personOf(region), ...known }
      const { resident, index } = residentDocuments(cipher, person)
      await store.insert('residents', resident.id, resident.fields)
      await store.insert('residentIndex', index.id, index.fields)
      return person
    },
    phone: () => phoneAt(service.origin),
    /** WeChat's address at our service. @returns the status. */
    async notify({ body, headers }: RawNotification): Promise<number> {
      const response = await fetch(`${service.origin}/payment-notify`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      })
      return response.status
    },
    /** What WeChat would send about a payment, changed before it is sealed and signed. */
    callback(orderNumber: string, change: object = {}, how: { signer?: Signer; agedMs?: number } = {}) {
      const order = service.simulator.orders().find((one) => one.orderNumber === orderNumber)
      const at = new Date(service.clock.milliseconds() - (how.agedMs ?? 0))
      const content = {
        appid: order?.appId,
        mchid: order?.merchantId,
        out_trade_no: orderNumber,
        transaction_id: order?.payment?.transactionId,
        trade_state: 'SUCCESS',
        success_time: order?.payment?.paidAt,
        amount: { total: order?.fen, currency: 'CNY' },
        ...change,
      }
      const event = { eventId: randomUUID(), eventType: 'TRANSACTION.SUCCESS', content, at }
      return sealCallback(event, keys.apiV3Key, how.signer ?? keys.platform)
    },
    async documents<F extends Fields>(collection: string, field: string): Promise<F[]> {
      const sort = { field, order: 'ascending' } as const
      const { documents } = await store.find<F>(collection, { where: {}, sort, limit: 500 })
      return documents.map(({ fields }) => fields)
    },
    async stop() {
      await service.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A browser with a session of its own. */
export function phoneAt(origin: string) {
  let cookie = ''
  const send = async (path: string, body: unknown) => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: response.status, text: await response.text() }
  }
  const ask = async (useCase: string, request: unknown): Promise<Answer> =>
    JSON.parse((await send(`/api/resident/${useCase}`, request)).text) as Answer
  return {
    ask,
    raw: (useCase: string, request: unknown) => send(`/api/resident/${useCase}`, request),
    decide: (prepayId: string, decision: string) => send('/wechatpay/pay/decide', { prepayId, decision }),
    /** Names a person, and gives what a payment for them would ask. */
    async requestFor({ region, name, idNumber }: RosterPerson, coverageYear: number, relation = 'other') {
      const named = await ask('identify', { region, name, idNumber, relation, consent: 'person-1' })
      const { residentId } = (named.reply as unknown as { member: { residentId: string } }).member
      const answers = { otherCover: 'none' }
      const owed = (await ask('whatIOwe', { residentId, coverageYear, answers })).reply as unknown as {
        owing: { dueFen: number | null }
        tableHash: string
      }
      return {
        people: [{ residentId, expectFen: owed.owing.dueFen ?? 0 }],
        coverageYear,
        key: randomUUID() as string,
        tableHash: owed.tableHash,
        otherCover: 'none',
      }
    },
  }
}

/** What the phone got to pay with. @throws Error where it got something else. */
export function openedOf(answer: Answer): { orderNumber: string; prepayId: string; fen: number } {
  const reply = answer.reply as unknown as
    { kind: string; orderNumber: string; fen: number; invocation: { package: string } } | undefined
  if (reply?.kind !== 'wechat') throw new Error(`nothing to pay with: ${JSON.stringify(answer)}`)
  const { orderNumber, fen, invocation } = reply
  return { orderNumber, fen, prepayId: invocation.package.replace('prepay_id=', '') }
}

function personOf(region: string): RosterPerson {
  people += 1
  const first17 = `62999919700101${String(people % 1000).padStart(3, '0')}`
  return {
    region,
    town: '样例镇',
    name: `王样例${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`,
    idNumber: first17 + checkCharacter(first17),
    residence: 'hukou',
    identities: [],
    otherCover: 'none',
    lastCovered: 2023,
    student: 'none',
  }
}
