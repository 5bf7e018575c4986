/**
 * Stands in for api.weixin.qq.com in tests: `/cgi-bin/stable_token` and `/cgi-bin/message/subscribe/send` as WeChat documents
 * them. It counts subscriptions as WeChat does: one tap lets one message of that template through.
 */
import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

export interface SentMessage {
  touser: string
  template_id: string
  page: string
  miniprogram_state: string
  data: Record<string, { value: string }>
}

export interface DoubleSettings {
  appId: string
  appSecret: string
  /** The templates of this app: which fields each has. */
  templates: Record<string, string[]>
  /** The pages of the mini-program that is out. */
  pages: string[]
}

/** What a value may be, by the type of its field (订阅消息参数值内容限制说明). */
const fits: Record<string, (value: string) => boolean> = {
  thing: (value) => Array.from(value).length <= 20,
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  date: (value) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(value),
  amount: (value) => /^[^\d]?\d{1,10}(\.\d+)?元?$/.test(value),
}

const seconds = 7200

export async function startWechatMessagesDouble({ appId, appSecret, templates, pages }: DoubleSettings) {
  const subscriptions = new Map<string, number>()
  const sent: SentMessage[] = []
  const asked: string[] = []
  let token: string | undefined
  let trouble: 'busy' | 'broken' | 'silent' | undefined
  const key = (openId: string, template: string) => `${openId} ${template}`
  const answer = (errcode: number, errmsg: string) => ({ errcode, errmsg: `${errmsg} rid: ${randomUUID()}` })

  function errorOf(message: SentMessage, given: string | undefined) {
    if (given === undefined || given !== token)
      return answer(40001, 'invalid credential, access_token is invalid')
    const fields = templates[message.template_id]
    if (!fields) return answer(40037, 'invalid template_id')
    if (typeof message.touser !== 'string' || message.touser === '') return answer(40003, 'invalid openid')
    if (!pages.includes(message.page.split('?')[0] ?? '')) return answer(41030, 'invalid page')
    for (const field of fields) {
      const value = message.data[field]?.value
      const type = /^[a-z_]+/.exec(field)?.[0] ?? ''
      if (value === undefined || value === '' || !fits[type]?.(value))
        return answer(47003, `argument invalid! data.${field}.value invalid`)
    }
    if ((subscriptions.get(key(message.touser, message.template_id)) ?? 0) < 1)
      return answer(43101, 'user refuse to accept the msg')
    return undefined
  }

  const site = new Hono()
  site.post('/cgi-bin/stable_token', async (context) => {
    asked.push('stable_token')
    const body = await context.req.json<Record<string, string>>()
    if (body.grant_type !== 'client_credential' || body.appid !== appId)
      return context.json(answer(40013, 'invalid appid'))
    if (body.secret !== appSecret) return context.json(answer(40125, 'invalid appsecret'))
    token ??= randomUUID()
    return context.json({ access_token: token, expires_in: seconds })
  })
  site.post('/cgi-bin/message/subscribe/send', async (context) => {
    asked.push('send')
    if (trouble === 'silent') return new Promise<never>(() => undefined)
    if (trouble === 'broken') return context.text('<html>502</html>', 502)
    if (trouble === 'busy') return context.json(answer(-1, 'system error'))
    const message = await context.req.json<SentMessage>()
    const error = errorOf(message, context.req.query('access_token'))
    if (error) return context.json(error)
    const at = key(message.touser, message.template_id)
    subscriptions.set(at, (subscriptions.get(at) ?? 0) - 1)
    sent.push(message)
    return context.json({ errcode: 0, errmsg: 'ok' })
  })

  const { server, port } = await new Promise<{ server: Server; port: number }>((resolve) => {
    const started = serve({ fetch: site.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve({ server: started as Server, port: info.port }),
    )
  })
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    sent,
    /** Which of the two addresses was asked, in order. */
    asked,
    /** The person taps 允许 once. */
    subscribe(openId: string, template: string) {
      const at = key(openId, template)
      subscriptions.set(at, (subscriptions.get(at) ?? 0) + 1)
    },
    /** Another server of this app has forced a new token. */
    takeToken() {
      token = randomUUID()
    },
    trouble(kind: typeof trouble) {
      trouble = kind
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
