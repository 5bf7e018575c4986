/** Both ways of handing a file over keep the port's promise: the same file is taken once, another of its name never. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderDeliveries } from '../../../cloudfunctions/_adapters/deliveries/folderDeliveries'
import { httpsDeliveries } from '../../../cloudfunctions/_adapters/deliveries/httpsDeliveries'
import type { Delivery } from '../../../cloudfunctions/_ports/deliveries'

const secret = 'a secret of thirty-two characters!'

const delivery = (content: string, change: Partial<Delivery> = {}): Delivery => ({
  region: 'rivertown',
  department: 'bureau',
  fileName: 'rivertown-2030-11-20-v1.csv',
  content,
  sha256: createHash('sha256').update(content).digest('hex'),
  ...change,
})

describe('a folder', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'pushes-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  test('takes a file whole, the same again without a change, and no other of its name', async () => {
    const { deliver, departmentsOf } = folderDeliveries(folder, ['bureau'])
    expect(departmentsOf('rivertown')).toEqual(['bureau'])
    expect(await deliver(delivery('合计\r\n'))).toBe('received')
    expect(await deliver(delivery('合计\r\n'))).toBe('received')
    expect(await deliver(delivery('另一份\r\n'))).toBe('refused')
    expect(readdirSync(join(folder, 'bureau'))).toEqual(['rivertown-2030-11-20-v1.csv'])
    expect(readFileSync(join(folder, 'bureau/rivertown-2030-11-20-v1.csv'), 'utf8')).toBe('合计\r\n')
  })
})

/** A department as it should be written: verifies first, and takes each key once. */
function department() {
  const taken = new Map<string, string>()
  const seen: string[] = []
  const site = new Hono()
  let silent = false
  site.post('/receive', async (context) => {
    const content = await context.req.text()
    const header = (name: string) => context.req.header(name) ?? ''
    const [timestamp, key, file] = ['x-mingbai-timestamp', 'idempotency-key', 'x-mingbai-file'].map(header)
    const expected = createHmac('sha256', secret).update(`${timestamp}\n${key}\n${content}`).digest()
    const given = Buffer.from(header('x-mingbai-signature'), 'hex')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return context.body(null, 401)
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return context.body(null, 401)
    seen.push(`${key}`)
    if (silent) await new Promise((resolve) => setTimeout(resolve, 400))
    const standing = taken.get(`${file}`)
    if (standing !== undefined && standing !== content) return context.body(null, 409)
    taken.set(`${file}`, content)
    return context.body(null, standing === undefined ? 201 : 200)
  })
  site.post('/moved', (context) => context.redirect('/receive', 307))
  site.post('/broken', (context) => context.body(null, 500))
  return { site, taken, seen, beSilent: (on: boolean) => void (silent = on) }
}

describe('HTTPS', () => {
  const receiver = department()
  let server: Server
  let origin: string
  beforeAll(
    () =>
      new Promise<void>((ready) => {
        server = serve({ fetch: receiver.site.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
          origin = `http://127.0.0.1:${port}`
          ready()
        }) as Server
      }),
  )
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const to = (path: string, change = {}, patience = { timeoutMs: 5000, now: Date.now }) =>
    httpsDeliveries(
      [{ region: 'rivertown', department: 'bureau', url: `${origin}${path}`, secret, ...change }],
      patience,
    )

  test('a signed file is taken once, however often it is sent; another of its name is refused', async () => {
    const { deliver } = to('/receive')
    expect(await deliver(delivery('合计,"一"\r\n'))).toBe('received')
    expect(await deliver(delivery('合计,"一"\r\n'))).toBe('received')
    expect([...receiver.taken.values()]).toEqual(['合计,"一"\r\n'])
    expect(new Set(receiver.seen).size).toBe(1)
    expect(await deliver(delivery('另一份\r\n'))).toBe('refused')
  })

  test('another secret, an old signature, a redirect and an error are no answer to rely on', async () => {
    const next = delivery('合计\r\n', { fileName: 'rivertown-2030-11-21-v1.csv' })
    expect(await to('/receive', { secret: secret.toUpperCase() }).deliver(next)).toBe('unknown')
    const hourAgo = { timeoutMs: 5000, now: () => Date.now() - 3600_000 }
    expect(await to('/receive', {}, hourAgo).deliver(next)).toBe('unknown')
    expect(await to('/moved').deliver(next)).toBe('unknown')
    expect(await to('/broken').deliver(next)).toBe('unknown')
    expect(receiver.taken.has(next.fileName)).toBe(false)
  })

  test('a department that does not answer in time gets the same file again, and has taken it once', async () => {
    const late = delivery('合计\r\n', { fileName: 'rivertown-2030-11-22-v1.csv' })
    receiver.beSilent(true)
    expect(await to('/receive', {}, { timeoutMs: 50, now: Date.now }).deliver(late)).toBe('unknown')
    receiver.beSilent(false)
    expect(await to('/receive').deliver(late)).toBe('received')
  })

  test('an address without HTTPS and a short secret are refused before anything is sent', () => {
    expect(() => to('/receive', { url: 'http://bureau.example/receive' })).toThrow(RangeError)
    expect(() => to('/receive', { secret: 'short' })).toThrow(RangeError)
  })
})
