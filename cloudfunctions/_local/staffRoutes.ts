/**
 * The staff's use cases on this machine, and a log-in for the demonstration: whoever names an account is in. Whoever has
 * accepted an invitation in this browser needs none.
 */
import { Hono } from 'hono'
import { AcceptInvitation } from '../../shared/contracts/staffAccounts'
import { staffBehind, staffOf } from '../_staff/staffAccount'
import { acceptInvitation } from '../staff/acceptInvitation'
import { answerStaff } from '../staff/answerStaff'
import { staffToTry } from './demonstration/staffToTry'
import { isJson } from './isJson'
import type { LocalPorts } from './localPorts'
import { callerOfSession, enterAsStaff, staffOfSession } from './session'

const badRequest = { kind: 'refused', refusal: 'badRequest' } as const
const notAllowed = { kind: 'refused', refusal: 'notAllowed' } as const

export function staffRoutes(ports: LocalPorts, sessionKey: string): Hono {
  const routes = new Hono()
  routes.post('/api/staff/:useCase', async (context) => {
    if (!isJson(context)) return context.json(badRequest, 415)
    const useCase = context.req.param('useCase')
    const caller = await callerOfSession(context, sessionKey)
    const request: unknown = await context.req.json().catch(() => undefined)
    context.header('cache-control', 'no-store')
    if (useCase === AcceptInvitation.name)
      return context.json(await acceptInvitation.answer(request, { ...ports, caller }))
    const entered = await staffOfSession(context, sessionKey)
    const staff = await (entered === undefined ? staffBehind(ports, caller.openId) : staffOf(ports, entered))
    if (!staff) return context.json(notAllowed, 401)
    return context.json(await answerStaff(useCase, request, { ...ports, staff }))
  })
  routes.get('/local/staff', (context) => context.json(staffToTry(ports)))
  routes.post('/local/staff', async (context) => {
    if (!isJson(context)) return context.json(badRequest, 415)
    const { staffId } = await context.req.json<{ staffId?: unknown }>().catch(() => ({ staffId: undefined }))
    const staff = typeof staffId === 'string' ? await staffOf(ports, staffId) : undefined
    if (!staff) return context.json(notAllowed, 404)
    await enterAsStaff(context, sessionKey, staff.staffId)
    return context.json({ role: staff.role, region: staff.region, town: staff.town })
  })
  return routes
}
