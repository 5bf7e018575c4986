import { randomUUID } from 'node:crypto'
import type { Role } from '../../shared/contracts/staff'
import { plainAccount } from '../cloudfunctions/world/plainAccount'
import type { Target } from './target'

/** Somebody new of the staff, logged in; answers with the text of what their use cases answer. */
export async function deskAt({ service }: Target, role: Role, region: string, town: string | null = null) {
  const staffId = `${role}-${randomUUID().slice(0, 8)}`
  await service.ports.store.insert('staffAccounts', staffId, plainAccount(role, region, { town }))
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
