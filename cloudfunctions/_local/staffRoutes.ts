/** The staff's use cases on this machine, and a log-in for the demonstration: whoever names an account is in. */
import { Hono } from 'hono'
import { staffOf } from '../_staff/staffAccount'
import { answerStaff } from '../staff/answerStaff'
import { staffToTry } from './demonstration/staffToTry'
import { isJson } from './isJson'
import type { LocalPorts } from './localPorts'
import { enterAsStaff, staffOfSession } from './session'

const badRequest = { kind: 'refused', refusal: 'badRequest' } as const
const notAllowed = { kind: 'refused', refusal: 'notAllowed' } as const

export function staffRoutes(ports: LocalPorts, sessionKey: string): Hono {
  const routes = new Hono()
  routes.post('/api/staff/:useCase', async (context) => {
    if (!isJson(context)) return context.json(badRequest, 415)
    const staffId = await staffOfSession(context, sessionKey)
    const staff = staffId === undefined ? undefined : await staffOf(ports, staffId)
    context.header('cache-control', 'no-store')
    if (!staff) return context.json(notAllowed, 401)
    const request: unknown = await context.req.json().catch(() => undefined)
    return context.json(await answerStaff(context.req.param('useCase'), request, { ...ports, staff }))
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
