/** Sends reminders as WeChat's subscribe messages (订阅消息, `subscribeMessage.send`). */
import type { ReminderMessage, Reminders, ReminderSettings, ReminderTemplate } from '../../_ports/reminders'
import { accessToken, type AppSecret } from './accessToken'
import { checkFields, dataOf, type TemplateFields } from './messageForm'
import { postJson, type WechatDoor } from './postJson'

/** The sealed document `secrets/messages`. */
export interface MessagesConfig extends AppSecret {
  baseUrl: string
  /** Which version of the mini-program a message opens. */
  opens: 'formal' | 'trial' | 'developer'
  templates: Readonly<Partial<Record<ReminderTemplate, { id: string; fields: TemplateFields }>>>
}

export interface Patience {
  timeoutMs: number
  now: () => number
}

const usualPatience: Patience = { timeoutMs: 5000, now: Date.now }

/** @throws RangeError for an address that is not HTTPS (or this machine's own), or a template whose fields do not fit. */
export function wechatReminders(
  config: MessagesConfig,
  settings: ReminderSettings,
  { timeoutMs, now }: Patience = usualPatience,
): Reminders {
  check(config)
  const door: WechatDoor = { baseUrl: config.baseUrl, timeoutMs }
  const token = accessToken(door, config, now)

  async function ask(openId: string, message: ReminderMessage): Promise<number | undefined> {
    const template = config.templates[message.template]
    const known = await token.get()
    if (!template || known === undefined) return undefined
    const answer = await postJson(door, `/cgi-bin/message/subscribe/send?access_token=${known}`, {
      touser: openId,
      template_id: template.id,
      page: message.page,
      miniprogram_state: config.opens,
      lang: 'zh_CN',
      data: dataOf(template.fields, message),
    })
    return typeof answer?.errcode === 'number' ? answer.errcode : undefined
  }

  return {
    settings,
    templates: Object.fromEntries(Object.entries(config.templates).map(([name, { id }]) => [name, id])),
    async send(openId, message) {
      if (!config.templates[message.template]) return 'notTaken'
      let code = await ask(openId, message)
      if (code !== undefined && tokenGone.has(code)) {
        token.forget()
        code = await ask(openId, message)
      }
      return outcomeOf(code)
    },
  }
}

function check({ baseUrl, templates }: MessagesConfig): void {
  const { protocol, hostname } = new URL(baseUrl)
  if (protocol !== 'https:' && hostname !== '127.0.0.1')
    throw new RangeError('WeChat is reached by HTTPS only')
  for (const [name, { fields }] of Object.entries(templates)) checkFields(name, fields)
}

/** 40001 not the latest token · 40014 not a token · 42001 run out. */
const tokenGone = new Set([40001, 40014, 42001])
/** 43101 the person has not asked for it, or has turned messages off. */
const refused = 43101
/** 40003 not an openid of ours · 40037 not a template of ours · 41030 no such page · 47003 a value does not fit. */
const notTaken = new Set([40003, 40037, 41030, 47003])

function outcomeOf(code: number | undefined): Awaited<ReturnType<Reminders['send']>> {
  if (code === 0) return 'sent'
  if (code === refused) return 'refused'
  return code !== undefined && notTaken.has(code) ? 'notTaken' : 'unknown'
}
