import { randomUUID } from 'node:crypto'
import type { Target } from './target'

/** Somebody new of the staff, logged in; answers with the text of what their use cases answer. */
export async function deskAt({ service }: Target, role: string, region: string, town: string | null = null) {
  const staffId = `${role}-${randomUUID().slice(0, 8)}`
  const account = { role, region, town, name: '样例', callerIndex: null, endedAt: null }
  await service.ports.store.insert('staffAccounts', staffId, account)
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${service.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    })
  const entered = await post('/local/staff', { staffId })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  return async (useCase: string, request: object): Promise<string> =>
    (await post(`/api/staff/${useCase}`, request, cookie)).text()
}
