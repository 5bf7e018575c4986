/** Everything the local service answers: the H5 app, the residents' and the staff's use cases, WeChat's simulator and its callback. */
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { proofSizes } from '../../shared/contracts/proof'
import { longestSchoolList } from '../../shared/contracts/schoolList'
import { checkCertificate } from '../certificate-check/checkCertificate'
import { receiveNotification } from '../payment-notify/receiveNotification'
import { answerResident } from '../resident/answerResident'
import { ownPagesOnly } from './ownPagesOnly'
import { isJson } from './isJson'
import { mailboxPage } from './mailbox/mailboxPage'
import { messagesFor } from './mailbox/mailboxReminders'
import { localPaths, type LocalService } from './openLocalService'
import { callerOfSession } from './session'
import { staffRoutes } from './staffRoutes'

const largestBody = 64 * 1024
/** A part of a file in base64, and what is said with it. */
const largestPart = (proofSizes.part / 3) * 4 + 4 * 1024
/** A school's list comes in one piece. */
const largestList = longestSchoolList + 4 * 1024
const largest: Readonly<Record<string, number>> = {
  '/api/resident/uploadProof': largestPart,
  '/api/staff/sendImportPart': largestPart,
  '/api/staff/schoolList': largestList,
}

/** Where whoever checks a printed record comes from: this machine. */
const localSource = '127.0.0.1'

/** `client` is the folder of the built H5 app; `port` is where the service listens. */
export function localSite(
  { ports, clock, simulator, sessionKey }: LocalService,
  client: string,
  port: number,
): Hono {
  const site = new Hono()
  site.use(ownPagesOnly(port))
  site.use((context, next) => {
    const { path } = context.req
    return bodyLimit({ maxSize: (Object.hasOwn(largest, path) ? largest[path] : undefined) ?? largestBody })(
      context,
      next,
    )
  })
  site.use(compress())
  site.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      // With no referrer at all, the payer's form would come from the origin "null".
      referrerPolicy: 'same-origin',
      // This service speaks plain HTTP on one machine.
      strictTransportSecurity: false,
    }),
  )
  site.onError((thrown, context) => {
    if (thrown instanceof HTTPException) return thrown.getResponse()
    ports.log.alarm({ event: 'localSite', error: thrown.name })
    return context.json({ kind: 'outage' }, 500)
  })

  site.post('/api/resident/:useCase', async (context) => {
    if (!isJson(context)) return context.json({ kind: 'refused', refusal: 'badRequest' }, 415)
    const caller = await callerOfSession(context, sessionKey)
    const request: unknown = await context.req.json().catch(() => undefined)
    context.header('cache-control', 'no-store')
    return context.json(await answerResident(context.req.param('useCase'), request, { ...ports, caller }))
  })
  site.route('/', staffRoutes(ports, sessionKey))
  site.post(localPaths.notify, async (context) => {
    const headers = Object.fromEntries(context.req.raw.headers)
    const { status } = await receiveNotification({ body: await context.req.text(), headers }, ports)
    return new Response(null, { status })
  })
  site.get(`${localPaths.certificate}/:token`, async (context) => {
    const { status, headers, body } = await checkCertificate(
      { token: context.req.param('token'), source: localSource },
      ports,
    )
    return new Response(body, { status, headers })
  })
  site.get('/local/mailbox', async (context) => {
    const { openId } = await callerOfSession(context, sessionKey)
    return context.html(mailboxPage(await messagesFor(ports.store, openId)))
  })
  site.post('/local/today', async (context) => {
    const { day } = await context.req.json<{ day?: unknown }>().catch(() => ({ day: undefined }))
    const set = typeof day === 'string' && clock.setDay(day)
    return context.json({ today: clock.today() }, set ? 200 : 400)
  })
  site.route(localPaths.wechatpay, simulator.app)
  site.get('*', async (context, next) => {
    await callerOfSession(context, sessionKey)
    await next()
  })
  site.get('*', serveStatic({ root: client }))
  return site
}
