/** The bundles as CloudBase gets them, called as CloudBase calls them, on the real SDK against a CloudBase double. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { buildFunctions, functionNames, type BuiltFunction } from '../../config/buildFunctions'
import { createCloudbaseStore } from '../../cloudfunctions/_adapters/cloudbase/cloudbaseStore'
import { createCipher } from '../../cloudfunctions/_adapters/keys/createCipher'
import {
  createWechatPaySimulator,
  type WechatPaySimulator,
} from '../../cloudfunctions/_local/wechatpay/createWechatPaySimulator'
import { civilDayOf } from '../../cloudfunctions/_ports/clock'
import { residentDocuments } from '../../cloudfunctions/_residents/residentDocuments'
import { paymentSecrets } from '../../cloudfunctions/_wiring/paymentSecrets'
import { startCloudbaseDouble, type CloudbaseDouble } from '../doubles/cloudbase/cloudbaseDouble'
import { databaseAt } from '../doubles/cloudbase/databaseAt'
import { plainAccount } from './world/plainAccount'
import { plainPerson, randomKeys } from './world/startWorld'
import { standInTables } from './world/standInTables'
import { paymentKeys } from '../paymentKeys'

type Main = (event: object, context: object) => Promise<Record<string, unknown>>

const folder = mkdtempSync(join(tmpdir(), 'mingbai bundles '))
const keys = randomKeys()
const cipher = createCipher(keys)
const before = { ...process.env }
let built: BuiltFunction[]
let double: CloudbaseDouble
let simulator: WechatPaySimulator
let server: Server

beforeAll(async () => {
  built = await buildFunctions(folder)
  double = await startCloudbaseDouble()
  simulator = await createWechatPaySimulator({ callbackPausesMs: [5], keys: paymentKeys() })
  const origin = await listen(new Hono().route('/wechatpay', simulator.app))
  const store = createCloudbaseStore(databaseAt(double.url))
  const config = simulator.configFor({ baseUrl: `${origin}/wechatpay/`, notifyUrl: `${origin}/notify` })
  await store.insert('secrets', 'wechatpay', {
    sealed: cipher.seal(JSON.stringify(config), paymentSecrets.context),
  })
  Object.assign(process.env, {
    MINGBAI_KEYS: JSON.stringify(keys),
    MINGBAI_CERTIFICATE_ADDRESS: 'https://record.example.cn/c',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: double.url }),
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    SCF_NAMESPACE: 'mingbai-test',
  })
})

afterAll(async () => {
  process.env = before
  simulator.stop()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await double.close()
  rmSync(folder, { recursive: true })
})

function listen(site: Hono): Promise<string> {
  return new Promise((resolve) => {
    server = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) =>
      resolve(`http://127.0.0.1:${port}`),
    ) as Server
  })
}

/** The handler as the cloud loads it: by Node itself, from its folder. */
const handler = (name: (typeof functionNames)[number]): Main =>
  (createRequire(__filename)(join(folder, name, 'index.js')) as { main: Main }).main

const contextOf = (openId?: string) => ({
  memory_limit_in_mb: 256,
  time_limit_in_ms: 5000,
  request_id: randomUUID(),
  function_name: 'resident',
  function_version: '$LATEST',
  namespace: 'mingbai-test',
  environment: JSON.stringify(
    openId === undefined ? {} : { WX_OPENID: openId, WX_CONTEXT_KEYS: 'WX_OPENID' },
  ),
})

test('a bundle holds no SQLite, no local service, no test and no YAML, and has its tables beside it', () => {
  for (const { name, metafile, folder: at } of built) {
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.length).toBeGreaterThan(50)
    expect(
      inputs.filter((input) =>
        /libsql|sqlite|_local\/|(^|\/)test\/|\/yaml\/|hono|(^|\/)client\//.test(input),
      ),
    ).toEqual([])
    const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
    // Those that print carry pdfkit, their font beside them; the staff's also writes workbooks and has the most use cases.
    const prints = name === 'resident' || name === 'staff'
    const mostMegabytes = { resident: 3, staff: 4 }[name] ?? 2.5
    expect(bytes).toBeLessThan(mostMegabytes * 1024 * 1024)
    expect(existsSync(join(at, 'font.ttf'))).toBe(prints)
    expect(JSON.parse(readFileSync(join(at, 'tables.json'), 'utf8'))).toHaveLength(5)
    expect(JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'))).toMatchObject({ main: 'index.js' })
  }
})

test('what CloudBase is told to deploy is what is built', () => {
  const { functions, functionRoot } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
    functions: {
      name: string
      handler: string
      timeout: number
      triggers?: { type: string; config: string }[]
    }[]
    functionRoot: string
  }
  const project = JSON.parse(readFileSync('project.config.json', 'utf8')) as { cloudfunctionRoot: string }
  expect(functions.map(({ name }) => name)).toEqual([...functionNames])
  expect(new Set(functions.map(({ handler: entry }) => entry))).toEqual(new Set(['index.main']))
  expect(project.cloudfunctionRoot).toBe(`${functionRoot}/`)
  const timers = functions.flatMap(({ triggers }) => triggers ?? [])
  expect(timers.map(({ config }) => config.split(' ').length)).toEqual([7])
})

test('nobody signed in, and a caller named in the event, are refused', async () => {
  const event = { useCase: 'family', request: {}, openId: 'o-other', userInfo: { openId: 'o-other' } }
  expect(await handler('resident')(event, contextOf())).toEqual({ kind: 'refused', refusal: 'badRequest' })
})

test('staff are who their account says, found by the caller’s openid and by nothing in the event', async () => {
  const notAllowed = { kind: 'refused', refusal: 'notAllowed' }
  const event = { useCase: 'listRefunds', request: { desk: 'tax' }, staffId: 'tax-1', openId: 'o-tax' }
  const main = handler('staff')
  expect(await main(event, contextOf())).toEqual(notAllowed)
  expect(await main(event, contextOf('o-tax'))).toEqual(notAllowed)
  const accepting = { useCase: 'acceptInvitation', request: { token: 'nobody-sent-this-one' } }
  expect(await main(accepting, contextOf('o-tax'))).toEqual({ kind: 'refused', refusal: 'noInvitation' })
  const store = createCloudbaseStore(databaseAt(double.url))
  const callerIndex = cipher.index('caller', 'o-tax')
  await store.insert('staffAccounts', 'tax-1', plainAccount('tax', 'rivertown', { callerIndex }))
  await store.insert('staffCallers', callerIndex, { staffId: 'tax-1' })
  expect(await main(event, contextOf('o-tax'))).toEqual({ kind: 'done', reply: { refunds: [], notices: [] } })
  expect(await main(event, contextOf('o-wang'))).toEqual(notAllowed)
})

test('a form is gathered, printed and written as a workbook by the bundle, with the font beside it', async () => {
  const store = createCloudbaseStore(databaseAt(double.url))
  const callerIndex = cipher.index('caller', 'o-clerk')
  const account = plainAccount('clerk', 'shandan', { town: '清泉镇', callerIndex })
  await store.insert('staffAccounts', 'clerk-1', account)
  await store.insert('staffCallers', callerIndex, { staffId: 'clerk-1' })
  const person = { ...plainPerson(), region: 'shandan', town: '清泉镇', village: '东样村' }
  const { resident } = residentDocuments(cipher, person)
  await store.insert('residents', resident.id, resident.fields)
  const ask = async (useCase: string, request: object): Promise<Record<string, unknown>> => {
    const outcome = await handler('staff')({ useCase, request }, contextOf('o-clerk'))
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.reply as Record<string, unknown>
  }
  const place = { town: '清泉镇', village: '东样村', from: null, to: null }
  const wanted = { key: randomUUID(), form: 'registrationForm', ...place, filled: true, blankRows: 3 }
  const { formId, state, people } = await ask('prepareForm', wanted)
  expect([state, people]).toEqual(['ready', 1])
  const taken = async (as: string) =>
    Buffer.from(String((await ask('takeForm', { formId, as, volume: 1 })).content), 'base64')
  expect((await taken('pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await taken('xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('the whole road through three bundles: identify, pay, WeChat calls back, receipt', async () => {
  const main = handler('resident')
  const ask = async (useCase: string, request: object): Promise<Record<string, unknown>> => {
    const outcome = await main({ useCase, request }, contextOf('o-wang'))
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.reply as Record<string, unknown>
  }
  const person = { ...plainPerson(), identities: [{ code: 'ruralDibao/4', since: null }] }
  const { resident, index } = residentDocuments(cipher, person)
  const store = createCloudbaseStore(databaseAt(double.url))
  await store.insert('residents', resident.id, resident.fields)
  await store.insert('residentIndex', index.id, index.fields)
  serveStandInTables()

  await ask('identify', { ...person, relation: 'self', consent: 'person-1' })
  const request = { residentId: resident.id, coverageYear: 2031 }
  const owed = await ask('whatIOwe', { ...request, answers: { otherCover: 'none' } })
  const paying = (await ask('startPayment', {
    people: [{ residentId: resident.id, expectFen: 13000 }],
    coverageYear: 2031,
    key: randomUUID(),
    tableHash: owed.tableHash,
    otherCover: 'none',
  })) as { orderNumber: string; invocation: { package: string } }
  const { orderNumber } = paying
  await simulator.decide(paying.invocation.package.replace('prepay_id=', ''), 'confirmWithoutCallback')

  const { body, headers } = simulator.callbackOf(orderNumber)
  const http = {
    httpMethod: 'POST',
    path: '/payment-notify',
    headers: shouting(headers),
    isBase64Encoded: true,
  }
  const notify = handler('payment-notify')
  const forged = { ...http, body: Buffer.from(body.replace('{', '{ ')).toString('base64') }
  expect(await notify(forged, contextOf())).toMatchObject({ statusCode: 401 })
  expect(await notify({ ...http, body: Buffer.from(body).toString('base64') }, contextOf())).toMatchObject({
    statusCode: 200,
  })
  expect(await notify({ ...http, httpMethod: 'GET' }, contextOf())).toMatchObject({ statusCode: 405 })
  expect(await ask('receipt', { orderNumber })).toMatchObject({ number: orderNumber, fen: 13000 })
  const printed = await ask('printRecord', request)
  expect(Buffer.from(String(printed.pdf), 'base64').subarray(0, 5).toString()).toBe('%PDF-')
  const checking = handler('certificate-check')
  const unknown = { httpMethod: 'GET', path: `/c/${'0'.repeat(32)}`, headers: { 'X-Real-IP': '192.0.2.1' } }
  expect(await checking(unknown, contextOf())).toMatchObject({
    statusCode: 200,
    body: expect.stringContaining('无效') as string,
  })
  const token = cipher.index('certificateToken', `${resident.id}-2031/${orderNumber}`).slice(0, 32)
  expect(await checking({ ...unknown, path: `/c/${token}` }, contextOf())).toMatchObject({
    body: expect.stringContaining('<h1>有效</h1>') as string,
  })
  expect(await checking({ ...unknown, httpMethod: 'POST' }, contextOf())).toMatchObject({ statusCode: 405 })
  expect(await handler('jobs')({ Type: 'Timer', TriggerName: 'dueJobs' }, contextOf())).toMatchObject({
    followOpenOrders: { looked: 0, ended: 0 },
  })
})

/** Invented tables that are collecting now: the cloud's clock cannot be set. */
function serveStandInTables(): void {
  const open = standInTables
    .filter(({ coverageYear }) => coverageYear === 2031)
    .map((table) => ({
      ...table,
      phases: table.phases.map((phase) => ({ ...phase, from: '2020-01-01', to: '2030-12-31' })),
    }))
  for (const { folder: at } of built) writeFileSync(join(at, 'tables.json'), JSON.stringify(open))
}

const shouting = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))

test('a key that is missing makes an outage, and the log does not say what the keys are', async () => {
  const fresh = join(folder, 'fresh')
  cpSync(join(folder, 'resident'), fresh, { recursive: true })
  const { MINGBAI_KEYS: ring } = process.env
  delete process.env.MINGBAI_KEYS
  const { main } = createRequire(__filename)(join(fresh, 'index.js')) as { main: Main }
  expect(await main({ useCase: 'family', request: {} }, contextOf('o-wang'))).toEqual({ kind: 'outage' })
  process.env.MINGBAI_KEYS = ring
  expect(await main({ useCase: 'family', request: {} }, contextOf('o-wang'))).toMatchObject({ kind: 'done' })
})

test('the day the cloud goes by is the day in Shanghai', () => {
  expect(civilDayOf('2030-12-31T15:59:59.900Z')).toBe('2030-12-31')
  expect(civilDayOf('2030-12-31T16:00:00.000Z')).toBe('2031-01-01')
})
