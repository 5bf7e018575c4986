/** `npm run audit` on a data folder. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { eventAt, openChain, type ChainOnFile } from './chainFile'

jest.setTimeout(60_000)

let chain: ChainOnFile
beforeAll(async () => {
  chain = await openChain([
    { from: '2030-11-20T04:00:00.000Z', events: 3 },
    { from: '2030-11-21T04:00:00.000Z', events: 2 },
  ])
})
afterAll(() => chain.close())

function audit(...typed: string[]): { status: number | null; out: string; err: string } {
  const command = join(__dirname, '../../../cloudfunctions/_local/audit.ts')
  const words = ['--require', 'tsx/cjs', command, ...typed, '--data', chain.folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

test('a sound chain is called sound; the head it prints is the head it takes', async () => {
  await chain.note(eventAt('2030-11-21T05:00:00.000Z'), 'waiting')
  expect(audit('verify')).toEqual({
    status: 0,
    out: '审计链完好：2 环，5 条事件；还有 1 条等着入链\n',
    err: '',
  })
  const [printed = ''] = audit('head').out.split('\n')
  expect(printed).toMatch(/^2030-11-20:[0-9a-f]{64}$/)
  expect(audit('verify', '--head', printed).status).toBe(0)
  const other = audit('verify', '--head', `2030-11-20:${'0'.repeat(64)}`)
  expect(other).toMatchObject({ status: 1, out: '审计链断在这里：2030-11-20 的链头和链对不上\n' })
  expect(audit('head', '2030-11-19')).toMatchObject({ status: 1 })
})

test('an edited event is named', () => {
  const [id, fields] = [...chain.all('auditEvents')][1] ?? ['', {}]
  chain.tamper('auditEvents', id, { ...fields, action: 'orderClosed' })
  expect(audit('verify')).toEqual({
    status: 1,
    out: `审计链断在这里：第 1 环里的事件 ${id} 被改过\n`,
    err: '',
  })
  chain.tamper('auditEvents', id, fields)
})

test.each([
  ['a head that is none', ['verify', '--head', '2030-11-20']],
  ['a day the calendar does not have', ['head', '2030-02-30']],
])('cannot be used with %s', (_, typed) => {
  expect(audit(...typed)).toMatchObject({ status: 2, out: '' })
})
