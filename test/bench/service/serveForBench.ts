/**
 * A process to be measured: the local service as `npm start` runs it, with a folder of its own. Asked for callbacks, it makes
 * orders that are paid at the simulated WeChat and hands over the callbacks WeChat would send, duly signed.
 */
import { randomUUID } from 'node:crypto'
import { startLocalService, type RunningLocalService } from '../../../cloudfunctions/_local/startLocalService'
import type { RawNotification } from '../../../cloudfunctions/_ports/payments'
import { residentDocuments } from '../../../cloudfunctions/_residents/residentDocuments'
import { answerResident } from '../../../cloudfunctions/resident/answerResident'
import { personOf, setting } from './people'

/** What the measuring process may ask for. */
export type Wish =
  | { kind: 'start'; port: number; folder: string; residents: number }
  | { kind: 'people'; from: number; count: number }
  | { kind: 'callbacks'; from: number; count: number }

let service: RunningLocalService

/** Orders that are prepared at the same time. */
const atOnce = 20

process.on('message', (wish: Wish) => {
  void fulfil(wish).then((answer) => process.send?.(answer))
})

async function fulfil(wish: Wish): Promise<unknown> {
  switch (wish.kind) {
    case 'start': {
      const { port, folder, residents } = wish
      service = await startLocalService({ port, folder, residents, client: folder, today: setting.today })
      return 'listening'
    }
    case 'people':
      return addPeople(wish.from, wish.count)
    case 'callbacks':
      return callbacksOf(wish.from, wish.count)
  }
}

async function addPeople(from: number, count: number): Promise<string> {
  const { store, cipher } = service.ports
  const documents = Array.from({ length: count }, (_, i) => residentDocuments(cipher, personOf(from + i)))
  await store.insertMany(
    'residents',
    documents.map(({ resident }) => resident),
  )
  await store.insertMany(
    'residentIndex',
    documents.map(({ index }) => index),
  )
  return 'added'
}

async function callbacksOf(from: number, count: number): Promise<RawNotification[]> {
  await addPeople(from, count)
  const serials = Array.from({ length: count }, (_, i) => from + i)
  const numbers: string[] = []
  while (serials.length > 0) numbers.push(...(await Promise.all(serials.splice(0, atOnce).map(paidOrder))))
  // Signed last, so that none is older than the five minutes a callback may take.
  return numbers.map((number) => service.simulator.callbackOf(number))
}

async function paidOrder(serial: number): Promise<string> {
  const ask = askAs(`bench-${serial}`)
  const { name, idNumber } = personOf(serial)
  const { member } = await ask('identify', {
    region: setting.region,
    name,
    idNumber,
    relation: 'self',
    consent: 'person-1',
  })
  const { residentId } = member as { residentId: string }
  const policy = service.ports.policies.inForce(setting.region, setting.coverageYear)
  const started = await ask('startPayment', {
    people: [{ residentId, expectFen: setting.fen }],
    coverageYear: setting.coverageYear,
    key: randomUUID(),
    tableHash: policy?.hash,
    otherCover: 'none',
  })
  const { orderNumber, invocation } = started as { orderNumber: string; invocation: { package: string } }
  await service.simulator.decide(invocation.package.replace('prepay_id=', ''), 'confirmWithoutCallback')
  return orderNumber
}

const askAs = (openId: string) => async (useCase: string, request: object) => {
  const answer = await answerResident(useCase, request, { ...service.ports, caller: { openId } })
  if (answer.kind !== 'done') throw new Error(`${useCase}: ${JSON.stringify(answer)}`)
  return answer.reply as Record<string, unknown>
}
