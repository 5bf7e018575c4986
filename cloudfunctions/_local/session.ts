import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Caller } from '../_ports/ports'

const cookie = 'mingbai_session'
const thirtyDays = 30 * 24 * 3600

/** Who calls: the session this service itself issued and signed, or a new one. It stands in for WeChat's openid. */
export async function callerOfSession(context: Context, key: string): Promise<Caller> {
  const known = await getSignedCookie(context, key, cookie)
  if (known) return { openId: known }
  const openId = `local-${randomUUID()}`
  await setSignedCookie(context, cookie, openId, key, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: thirtyDays,
  })
  return { openId }
}

const staffCookie = 'mingbai_staff'

/** Until the browser is closed. It stands in for the invitation that binds a WeChat account to a staff account. */
export const enterAsStaff = (context: Context, key: string, staffId: string): Promise<void> =>
  setSignedCookie(context, staffCookie, staffId, key, { httpOnly: true, sameSite: 'Strict', path: '/' })

/** The id of the staff account that this browser has entered as. */
export const staffOfSession = async (context: Context, key: string): Promise<string | undefined> =>
  (await getSignedCookie(context, key, staffCookie)) || undefined
