/** `npm run keys` on the local service's own data, with the service running and without, and killed in the middle. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadDemonstration } from '../../../cloudfunctions/_local/demonstration/loadDemonstration'
import { readDemonstration } from '../../../cloudfunctions/_local/demonstration/readDemonstration'
import { keyFile, localKeys } from '../../../cloudfunctions/_local/localKeys'
import { oneAtATime } from '../../../cloudfunctions/_local/oneAtATime'
import { openLocalService } from '../../../cloudfunctions/_local/openLocalService'
import { rotationState } from '../../../cloudfunctions/_keys/keyRotation'
import { recogniseResident } from '../../../cloudfunctions/_residents/recogniseResident'

jest.setTimeout(120_000)

const residents = 700
/** Each has a name with a number, and a contact. */
const texts = 2 * residents
const folder = mkdtempSync(join(tmpdir(), 'mingbai keys '))
const demonstration = readDemonstration()
const [person] = demonstration.people
if (!person) throw new Error('the demonstration has nobody')
const command = join(__dirname, '../../../cloudfunctions/_local/keys.ts')
const words = (typed: readonly string[]) => ['--require', 'tsx/cjs', command, ...typed, '--data', folder]

function keys(...typed: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words(typed), { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

/** Runs the command and kills it as soon as it has said this. */
function killAfter(said: RegExp, ...typed: string[]): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, words(typed), { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
    if (said.test(out)) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)))
}

const openService = () => openLocalService(folder, demonstration.today, 'http://127.0.0.1:1')
let service: Awaited<ReturnType<typeof openService>>
const recognised = () => recogniseResident(service.ports, person.region, person.name, person.idNumber)

beforeAll(async () => {
  service = await openService()
  await loadDemonstration(service.ports, demonstration, residents, () => undefined)
})
afterAll(() => {
  service.simulator.stop()
  service.ports.store.close()
  rmSync(folder, { recursive: true })
})

test('killed in the middle and run again it goes on, makes no second key, and the running service reads all along', async () => {
  expect(keys('status')).toEqual({ status: 0, out: `local  ${texts} 条  现在用它封\n`, err: '' })
  expect(await killAfter(/已换 1000 条/, 'rotate')).toBe('SIGKILL')

  const state = await rotationState(service.ports.store)
  expect(state?.fields).toMatchObject({ finishedAt: null })
  const { to, rewrapped } = state?.fields ?? { to: '', rewrapped: 0 }
  expect(rewrapped).toBeGreaterThanOrEqual(1000)
  expect(rewrapped).toBeLessThan(texts)
  expect(await recognised()).toMatchObject({ idNumber: person.idNumber })
  expect(service.ports.cipher.wrappedWith(service.ports.cipher.seal('甲', 'p'))).toBe(to)
  const between = keys('status')
  expect(between.out).toMatch(
    new RegExp(`^local  \\d+ 条\\n${to}  \\d+ 条  现在用它封\\n换到 ${to} 还没有换完`),
  )
  expect(keys('retire', 'local')).toMatchObject({
    status: 1,
    out: expect.stringContaining('还用它封着') as string,
  })

  const again = keys('rotate')
  expect(again).toMatchObject({ status: 0, err: '' })
  expect(again.out).toContain(`换到 ${to}，已换 ${rewrapped} 条`)
  expect(Object.keys(localKeys(folder).ring.sealing)).toEqual(['local', to])
  expect(keys('retire', to)).toMatchObject({ status: 2 })
  expect(keys('retire', 'local')).toMatchObject({
    status: 0,
    out: expect.stringContaining('拿掉了') as string,
  })
  expect(keys('status')).toEqual({ status: 0, out: `${to}  ${texts} 条  现在用它封\n`, err: '' })
  expect(await recognised()).toMatchObject({ idNumber: person.idNumber })
})

test('a text that does not open is named, and the exit code says so', async () => {
  const { store, cipher } = service.ports
  await store.insert('secrets', 'wechatpay', { sealed: cipher.seal('密', 'another place') })
  const rotated = keys('rotate')
  expect(rotated.status).toBe(1)
  expect(rotated.out).toContain('打不开，没有换：secrets/wechatpay')
  const stored = await store.get('secrets', 'wechatpay')
  await store.replace('secrets', 'wechatpay', stored?.revision ?? 0, { sealed: 'no sealed text' })
  const status = keys('status')
  expect(status.status).toBe(1)
  expect(status.out).toContain('看不懂的  1 条')
})

test('while one process changes the keys another one may not', async () => {
  const ring = readFileSync(keyFile(folder), 'utf8')
  const second = await oneAtATime(folder, async () => keys('rotate'))
  expect(second).toMatchObject({ status: 2, err: expect.stringContaining('等它结束') as string })
  expect(readFileSync(keyFile(folder), 'utf8')).toBe(ring)
})

test.each([
  ['a key that is not there', ['retire', 'nobody']],
  ['no key', ['retire']],
  ['a word too many', ['rotate', 'local']],
])('cannot be used with %s', (_, typed) => {
  expect(keys(...typed)).toMatchObject({ status: 2, out: '' })
})
