import { wechatReminders, type MessagesConfig } from '../_adapters/wechatMessages/wechatReminders'
import type { ServicePorts } from '../_ports/ports'
import type { Reminders } from '../_ports/reminders'
import { noReminders } from './noReminders'
import { messageSecrets } from './paymentSecrets'
import settings from './reminders.json'

let connected: Reminders | undefined

/** WeChat's messages, from their sealed document: once per function instance, for the sake of the access token. */
export async function connectReminders({ store, cipher }: ServicePorts): Promise<Reminders> {
  if (connected) return connected
  const { collection, id, context } = messageSecrets
  const secret = await store.get<{ sealed: string }>(collection, id)
  if (!secret) return noReminders
  const config = JSON.parse(cipher.open(secret.fields.sealed, context)) as MessagesConfig
  connected = wechatReminders(config, settings)
  return connected
}
