/** Whoever holds no paper tries the address that its code leads to. */
import { randomBytes } from 'node:crypto'
import { usualLimits } from '../../cloudfunctions/_wiring/usualLimits'
import { startTarget, type Target } from './target'

let target: Target
beforeEach(async () => {
  target = await startTarget()
})
afterEach(() => target.stop())

async function visit(path: string, options: RequestInit = {}) {
  const response = await fetch(`${target.service.origin}/certificate/${path}`, options)
  const headers = Object.fromEntries(response.headers)
  delete headers.date
  return { status: response.status, body: await response.text(), headers }
}

const { atMost } = usualLimits.limits.checksPerSource

test('guessing tells nothing, and is stopped: every answer is the same until there is none', async () => {
  const first = await visit(randomBytes(16).toString('hex'))
  expect(first.status).toBe(200)
  expect(first.body).toContain('无效')
  expect(first.headers['cache-control']).toBe('no-store')
  expect(first.headers['set-cookie']).toBeUndefined()
  const seen = new Set<string>()
  for (let i = 1; i < atMost; i += 20) {
    const tokens = Array.from({ length: Math.min(20, atMost - i) }, () => randomBytes(16).toString('hex'))
    for (const answer of await Promise.all(tokens.map((token) => visit(token))))
      seen.add(JSON.stringify(answer))
  }
  expect([...seen]).toEqual([JSON.stringify(first)])
  const after = await visit(randomBytes(16).toString('hex'))
  expect(after.status).toBe(429)
  expect(after.body).not.toMatch(/有效|无效/)
})

test.each([
  ['a token as long as a page', 'f'.repeat(4000)],
  ['markup', '%3Cscript%3Ealert(1)%3C%2Fscript%3E'],
  ['a query for the database', '%7B%22%24ne%22%3Anull%7D'],
  ['the key of every object', '__proto__'],
  ['another document', '..%2Fenrollments%2Fdemonstration-0000000-2024'],
  ['nothing that can be read', '%E0%A4%A'],
])('%s is as invalid as a wrong token, and is not repeated', async (_what, path) => {
  const wrong = await visit('0'.repeat(32))
  const answer = await visit(path)
  expect(answer.body).toBe(wrong.body)
  expect(answer.status).toBe(200)
})

test('the address takes no other method and no other folder', async () => {
  expect((await visit('0'.repeat(32), { method: 'POST' })).status).toBe(404)
  expect((await visit(`${'0'.repeat(32)}/more`)).body).not.toContain('有效')
})
