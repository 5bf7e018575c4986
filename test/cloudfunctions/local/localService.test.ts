import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDemonstration } from '../../../cloudfunctions/_local/demonstration/readDemonstration'
import { startLocalService, type RunningLocalService } from '../../../cloudfunctions/_local/startLocalService'
import { freePort } from '../../freePort'
import { paymentKeys } from '../../paymentKeys'

const folder = mkdtempSync(join(tmpdir(), 'mingbai local '))
const [person] = readDemonstration().people
const least = { folder, residents: 9, client: folder, paymentKeys: paymentKeys() }
let service: RunningLocalService
let port: number

beforeAll(async () => {
  port = await freePort()
  writeFileSync(join(folder, 'index.html'), '<title>明白账</title>')
  service = await startLocalService({ ...least, port, today: '2023-11-20' })
})
afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
}

/** One plain request; `fetch` would not let a test set Host or Origin. */
function send(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const json = { 'content-type': 'application/json' }
const ask = (useCase: string, request: object, headers: Record<string, string> = {}) =>
  send('POST', `/api/resident/${useCase}`, { ...json, ...headers }, JSON.stringify(request))
const sessionIn = ({ headers }: Answer): string => headers['set-cookie']?.[0]?.split(';')[0] ?? ''

test('it listens on this machine only', () => {
  expect(service.origin).toBe(`http://127.0.0.1:${port}`)
})

test('another host, another origin, a foreign form and a huge body are refused', async () => {
  expect((await send('GET', '/', { host: 'evil.example' })).status).toBe(421)
  expect((await ask('listPlaces', {}, { origin: 'http://evil.example' })).status).toBe(403)
  expect((await ask('listPlaces', {}, { origin: 'null' })).status).toBe(403)
  expect((await ask('listPlaces', {}, { origin: service.origin })).status).toBe(200)
  expect(
    (await send('POST', '/api/resident/listPlaces', { 'content-type': 'text/plain' }, '{}')).status,
  ).toBe(415)
  const huge = 'x'.repeat(70_000)
  expect((await ask('listPlaces', { huge }, { 'content-length': String(huge.length + 11) })).status).toBe(413)
})

test('a page comes with a session nobody can make up, and headers that keep others out', async () => {
  const page = await send('GET', '/')
  expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  expect(page.headers['x-content-type-options']).toBe('nosniff')
  expect(page.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/)

  const cookie = sessionIn(page)
  const { name, idNumber, region } = person ?? { name: '', idNumber: '', region: '' }
  await ask('identify', { name, idNumber, region, relation: 'self', consent: 'person-1' }, { cookie })
  expect((await ask('family', {}, { cookie })).body).toContain(name)
  const madeUp = cookie.replace(/.(?=[^.]*$)/, 'x')
  expect((await ask('family', {}, { cookie: madeUp })).body).not.toContain(name)
  expect((await ask('family', {})).body).not.toContain(name)
})

test('two callers at the same moment are never taken for each other', async () => {
  const cookies = await Promise.all(Array.from({ length: 20 }, async () => sessionIn(await send('GET', '/'))))
  expect(new Set(cookies).size).toBe(20)
  const { name, idNumber, region } = person ?? { name: '', idNumber: '', region: '' }
  const known = cookies.filter((_, i) => i % 2 === 0)
  await Promise.all(
    known.map((cookie) =>
      ask('identify', { name, idNumber, region, relation: 'self', consent: 'person-1' }, { cookie }),
    ),
  )
  const families = await Promise.all(cookies.map((cookie) => ask('family', {}, { cookie })))
  expect(families.map(({ body }) => body.includes(name))).toEqual(cookies.map((_, i) => i % 2 === 0))
})

test('the day can be set, and a day the calendar does not have cannot', async () => {
  const set = (day: unknown) => send('POST', '/local/today', json, JSON.stringify({ day }))
  expect(await set('2020-11-20')).toMatchObject({ status: 200, body: '{"today":"2020-11-20"}' })
  expect(JSON.parse((await ask('listPlaces', {})).body)).toMatchObject({ reply: { today: '2020-11-20' } })
  expect(await set('2020-02-30')).toMatchObject({ status: 400, body: '{"today":"2020-11-20"}' })
  expect((await set(7)).status).toBe(400)
  await set('2023-11-20')
})

test('staff enter by the demonstration’s accounts, and a name that is made up or not signed enters nobody', async () => {
  const enter = (staffId: unknown) => send('POST', '/local/staff', json, JSON.stringify({ staffId }))
  const list = (cookie = '') =>
    send('POST', '/api/staff/listRefunds', { ...json, cookie }, JSON.stringify({ desk: 'tax' }))
  const notAllowed = { kind: 'refused', refusal: 'notAllowed' }
  const entered = await enter('shandan-tax-1')
  expect(JSON.parse(entered.body)).toEqual({ role: 'tax', region: 'shandan', town: null })
  const cookie = sessionIn(entered)
  expect(entered.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/)
  expect(JSON.parse((await list(cookie)).body)).toEqual({ kind: 'done', reply: { refunds: [], notices: [] } })

  for (const name of ['shandan-tax-9', 'constructor', 7]) expect((await enter(name)).status).toBe(404)
  const page = sessionIn(await send('GET', '/'))
  const signedForOther = page.replace('mingbai_session', 'mingbai_staff')
  const madeUp = cookie.replace('shandan-tax-1', 'shandan-tax-2')
  for (const no of ['', page, signedForOther, madeUp]) {
    const answer = await list(no)
    expect({ status: answer.status, body: JSON.parse(answer.body) as unknown }).toEqual({
      status: 401,
      body: notAllowed,
    })
  }
  const form = await send(
    'POST',
    '/local/staff',
    { 'content-type': 'text/plain' },
    '{"staffId":"shandan-tax-1"}',
  )
  expect(form.status).toBe(415)
})

test('an unknown use case and a body that is no JSON are bad requests', async () => {
  const bad = { kind: 'refused', refusal: 'badRequest' }
  expect(JSON.parse((await ask('constructor', {})).body)).toEqual(bad)
  expect(JSON.parse((await send('POST', '/api/resident/listPlaces', json, '{')).body)).toEqual(bad)
})

test('the keys of this machine are for its owner alone', () => {
  expect(statSync(join(folder, 'keys.json')).mode & 0o077).toBe(0)
})

test('a taken port is an error that names itself', async () => {
  const again = startLocalService({ ...least, port })
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

test('killed in the middle of paying and started again, it still knows the order, and what was paid counts once', async () => {
  const data = mkdtempSync(join(tmpdir(), 'mingbai killed '))
  const before = port
  port = await freePort()
  let running = await serve(data)
  const cookie = sessionIn(await send('GET', '/none'))
  const reply = async (useCase: string, request: object) =>
    (JSON.parse((await ask(useCase, request, { cookie })).body) as { reply: Record<string, unknown> }).reply
  const { name, idNumber, region } = person ?? { name: '', idNumber: '', region: '' }
  const { residentId } = (
    await reply('identify', { name, idNumber, region, relation: 'self', consent: 'person-1' })
  ).member as {
    residentId: string
  }
  const { tableHash } = await reply('whatIOwe', { residentId, coverageYear: 2024 })
  const request = {
    people: [{ residentId, expectFen: 13000 }],
    coverageYear: 2024,
    key: randomUUID(),
    tableHash,
    otherCover: 'none',
  }
  const first = (await reply('startPayment', request)) as unknown as Paying
  const prepayId = first.invocation.package.replace('prepay_id=', '')
  await send(
    'POST',
    '/wechatpay/pay/decide',
    json,
    JSON.stringify({ prepayId, decision: 'confirmWithoutCallback' }),
  )

  await kill(running)
  running = await serve(data)
  expect(await reply('startPayment', request)).toEqual({
    kind: 'alreadyPaid',
    orderNumber: first.orderNumber,
  })
  expect(await reply('receipt', { orderNumber: first.orderNumber })).toMatchObject({ fen: 13000 })
  await kill(running)
  port = before
  rmSync(data, { recursive: true })
})

interface Paying {
  orderNumber: string
  invocation: { package: string }
}

const served: ChildProcess[] = []
afterAll(() => served.forEach((child) => child.kill('SIGKILL')))

function serve(data: string): Promise<ChildProcess> {
  const file = join(__dirname, 'serveUntilKilled.ts')
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', file, data, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  served.push(child)
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
}

function kill(child: ChildProcess): Promise<unknown> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  return ended
}

test('a round of jobs under way ends before the service has: nothing is written or logged after it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai rounds '))
  const late: unknown[] = []
  const hear = (failure: unknown) => void late.push(failure)
  process.on('unhandledRejection', hear)
  for (let time = 0; time < 3; time += 1) {
    const options = { ...least, folder, port: await freePort(), today: '2023-11-20' }
    const short = await startLocalService({ ...options, jobsEveryMs: 1 })
    await new Promise((resolve) => setTimeout(resolve, 5))
    await short.stop()
    const log = join(folder, 'service.log')
    const length = () => statSync(log, { throwIfNoEntry: false })?.size ?? 0
    const before = length()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(length()).toBe(before)
  }
  process.off('unhandledRejection', hear)
  expect(late).toEqual([])
  rmSync(folder, { recursive: true })
})
