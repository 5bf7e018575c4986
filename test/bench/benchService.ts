/**
 * The whole service on this machine, over loopback, with the embedded database: what somebody who asks, pays, and WeChat who
 * tells us so have to wait for. The last is held against a bare server that reads and writes one document a request.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RawNotification } from '../../cloudfunctions/_ports/payments'
import type { Figure } from './report'
import { freePort } from '../freePort'
import { startChild, type Child } from './service/child'
import { measure, type Measured, type Shot } from './service/measure'
import { openPhones, type Phone } from './service/phones'
import { setting } from './service/people'

/** Residents in the store while it is measured. */
const residents = 20_000
const phones = 400
const asksPerPhone = 10
const callbacks = { perSecond: 200, seconds: 15, p99Ms: 300 }
const connections = 10

export async function benchService(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'))
  const service = startChild('serveForBench.ts')
  const bare = startChild('bareServer.ts')
  try {
    const origin = await serving(service, folder)
    const bareOrigin = await servingBare(bare, folder)
    return await figuresOf(service, origin, bareOrigin)
  } finally {
    service.end()
    bare.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

const say = (doing: string): void => void process.stderr.write(`${doing} …\n`)

async function serving(service: Child, folder: string): Promise<string> {
  const port = await freePort()
  await service.ask({ kind: 'start', port, folder, residents })
  await service.ask({ kind: 'people', from: 0, count: phones })
  return `http://127.0.0.1:${port}`
}

async function servingBare(bare: Child, folder: string): Promise<string> {
  const port = await freePort()
  await bare.ask({ port, file: join(folder, 'bare.db') })
  return `http://127.0.0.1:${port}`
}

async function figuresOf(service: Child, origin: string, bareOrigin: string): Promise<Figure[]> {
  say('phones are opened')
  const opened = await openPhones(origin, phones)
  say('asking and starting to pay')
  const asks = Array.from({ length: asksPerPhone }, () => opened.map(askShot)).flat()
  const asked = await measure(origin, asks, { connections })
  const started = await measure(origin, opened.map(startShot), { connections })

  say('paid orders are prepared, and their callbacks sent')
  const count = callbacks.perSecond * callbacks.seconds
  const steady = (await service.ask<RawNotification[]>({ kind: 'callbacks', from: phones, count })).map(
    callbackShot,
  )
  const load = { connections, rate: callbacks.perSecond }
  const told = await measure(origin, steady, load)
  const bareTold = await measure(bareOrigin, steady, load)
  say('the same again, all at once')
  const more = { kind: 'callbacks', from: phones + count, count }
  const fast = (await service.ask<RawNotification[]>(more)).map(callbackShot)
  const flood = await measure(origin, fast, { connections })
  const bareFlood = await measure(bareOrigin, fast, { connections })
  return [
    ...shown('what I owe', asked),
    ...shown('start payment', started),
    ...shown(`callbacks at ${callbacks.perSecond}/s`, told, callbacks.p99Ms),
    ...shown(`bare server at ${callbacks.perSecond}/s`, bareTold),
    ratio('callbacks to bare, p99', told.p99, bareTold.p99),
    ...shown('callbacks, all at once', flood),
    ...shown('bare server, all at once', bareFlood),
    ratio('bare to callbacks, per second', bareFlood.perSecond, flood.perSecond),
  ]
}

const post = (path: string, body: object, cookie: string): Shot => ({
  path,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', cookie },
})

const askShot = ({ cookie, residentId }: Phone): Shot =>
  post(
    '/api/resident/whatIOwe',
    { residentId, coverageYear: setting.coverageYear, answers: { otherCover: 'none' } },
    cookie,
  )

const startShot = ({ cookie, residentId, tableHash }: Phone): Shot =>
  post(
    '/api/resident/startPayment',
    {
      people: [{ residentId, expectFen: setting.fen }],
      coverageYear: setting.coverageYear,
      key: randomUUID(),
      tableHash,
      otherCover: 'none',
    },
    cookie,
  )

const callbackShot = ({ body, headers }: RawNotification): Shot => ({
  path: '/payment-notify',
  body,
  headers: { 'content-type': 'application/json', ...headers },
})

const shown = (name: string, { perSecond, p50, p95, p99, failed }: Measured, p99Ms?: number): Figure[] => [
  { name, value: perSecond, unit: 'requests/s' },
  { name: `${name}, p50`, value: p50, unit: 'ms' },
  { name: `${name}, p95`, value: p95, unit: 'ms' },
  {
    name: `${name}, p99`,
    value: p99,
    unit: 'ms',
    ...(p99Ms === undefined ? {} : { target: { atMost: p99Ms } }),
  },
  { name: `${name}, failed`, value: failed, unit: 'requests', target: { atMost: 0 } },
]

const ratio = (name: string, one: number, other: number): Figure => ({
  name,
  value: Math.round((one / Math.max(other, 0.1)) * 10) / 10,
  unit: 'times',
})
