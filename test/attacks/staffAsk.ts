import type { Contract, Outcome, RequestOf } from '../../shared/contracts/contract'
import type { Ask } from '../cloudfunctions/imports/importSteps'

/** A browser that has entered as this member of staff: what it asks goes over HTTP. */
export async function staffAsk(origin: string, staffId: string): Promise<Ask> {
  const send = (path: string, body: unknown, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      // While a test makes a large file the server closes connections that idle: each request has its own.
      headers: { 'content-type': 'application/json', cookie, connection: 'close' },
      body: JSON.stringify(body),
    })
  const entered = await send('/local/staff', { staffId })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async <C extends Contract>(contract: C, request: RequestOf<C>) =>
    (await (await send(`/api/staff/${contract.name}`, request, cookie)).json()) as Outcome<C>
}
