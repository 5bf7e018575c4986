import * as z from 'zod/mini'
import { errorLine } from '../../cloudfunctions/_ports/errorLine'
import type { LogLine } from '../../cloudfunctions/_ports/log'
import { plainRequest } from '../../cloudfunctions/_ports/plainRequest'
import type { Ports } from '../../cloudfunctions/_ports/ports'
import { UnreadableCursor } from '../../cloudfunctions/_ports/unreadableCursor'
import { done, refuse, useCase, type Handler } from '../../cloudfunctions/_ports/useCase'
import { contract } from '../../shared/contracts/contract'

const Count = contract({
  name: 'count',
  request: z.object({ from: z.int() }),
  reply: z.object({ to: z.int() }),
  refusals: ['tooHigh'],
})

function answerOf(handle: Handler<typeof Count>, request: unknown) {
  const lines: LogLine[] = []
  const log = {
    info: (line: LogLine) => void lines.push(line),
    alarm: (line: LogLine) => void lines.push(line),
  }
  const ports = { log } as unknown as Ports
  return useCase(Count, handle)
    .answer(request, ports)
    .then((outcome) => ({ outcome, line: lines[0] }))
}

test('a request that fits is handled, its answer handed on, and only codes are logged', async () => {
  const { outcome, line } = await answerOf(async ({ from }) => done({ to: from + 1 }), { from: 1 })
  expect(outcome).toEqual({ kind: 'done', reply: { to: 2 } })
  expect(line).toEqual({
    event: 'useCase',
    useCase: 'count',
    outcome: 'done',
    refusal: undefined,
    ms: expect.any(Number) as number,
  })
})

test('a request that does not fit never reaches the handler', async () => {
  const handle = jest.fn<ReturnType<Handler<typeof Count>>, []>()
  expect((await answerOf(handle, { from: 'one' })).outcome).toEqual({
    kind: 'refused',
    refusal: 'badRequest',
  })
  expect(handle).not.toHaveBeenCalled()
})

test('what nobody sees in a text is gone before it is handled, and what is deeper than any contract never reaches anybody', async () => {
  const request = { name: '\uFEFF王\u202E样\u0000例\uD800\u200B', lines: ['一\n二', '\u2066三\u2069'] }
  expect(plainRequest(request)).toEqual({ name: '王样例', lines: ['一\n二', '三'] })
  const deep: unknown = JSON.parse('['.repeat(30_000) + ']'.repeat(30_000))
  expect((await answerOf(async () => done({ to: 1 }), deep)).outcome).toMatchObject({ refusal: 'badRequest' })
  const polluted: unknown = JSON.parse('{"from":1,"__proto__":{"admin":true}}')
  const { outcome } = await answerOf(async (asked) => done({ to: 'admin' in asked ? 9 : 1 }), polluted)
  expect(outcome).toEqual({ kind: 'done', reply: { to: 1 } })
})

test('a cursor that no page gave out is a bad request, and nobody is woken for it', async () => {
  const { outcome, line } = await answerOf(async () => Promise.reject(new UnreadableCursor('people')), {
    from: 1,
  })
  expect(outcome).toEqual({ kind: 'refused', refusal: 'badRequest' })
  expect(line).toMatchObject({ outcome: 'refused' })
})

test('a refusal carries its details', async () => {
  const { outcome, line } = await answerOf(async () => refuse('tooHigh', { highest: 9 }), { from: 10 })
  expect(outcome).toEqual({ kind: 'refused', refusal: 'tooHigh', details: { highest: 9 } })
  expect(line).toMatchObject({ outcome: 'refused', refusal: 'tooHigh' })
})

test('what the contract does not name never leaves', async () => {
  const reply = { to: 2, idNumber: '11010519491231002X' }
  expect((await answerOf(async () => done(reply), { from: 1 })).outcome).toEqual({
    kind: 'done',
    reply: { to: 2 },
  })
})

test.each([
  ['a throw', () => Promise.reject(new TypeError('王样例 11010519491231002X'))],
  ['a reply that does not fit', async () => done({ to: '王样例 11010519491231002X' as unknown as number })],
])('%s is an outage, logged without its message', async (_what, handle) => {
  const { outcome, line } = await answerOf(handle, { from: 1 })
  expect(outcome).toEqual({ kind: 'outage' })
  expect(line).toMatchObject({ outcome: 'outage' })
  expect(JSON.stringify(line)).not.toMatch(/王样例|1949/)
})

test('an error is told by its kind, its code and where it happened', () => {
  const error = Object.assign(new RangeError('secret\n    more secret'), { code: 'E_CODE' })
  const line = errorLine(error)
  expect(line).toMatchObject({ error: 'RangeError', code: 'E_CODE' })
  expect(line.where).toContain('useCase.test.ts')
  expect(JSON.stringify(line)).not.toContain('secret')
  expect(errorLine('secret')).toEqual({ error: 'string' })
})
