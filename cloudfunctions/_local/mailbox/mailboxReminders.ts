/** Stands in for WeChat's messages on this machine: what would be sent lies in a mailbox, `simulatedMessages/<number>`. */
import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../../_ports/clock'
import type { ReminderMessage, Reminders } from '../../_ports/reminders'
import type { Fields, Store } from '../../_ports/store'
import settings from '../../_wiring/reminders.json'

type MessageFields = Fields & ReminderMessage & { owner: string; sentAt: string }

const collection = 'simulatedMessages'

/** Whose mailbox it is: this machine's session, which the address of the mailbox does not hold. */
const ownerOf = (openId: string): string => createHash('sha256').update(openId).digest('hex')

export function mailboxReminders(store: Store, clock: Clock): Reminders {
  return {
    settings,
    templates: { lastDay: 'local-last-day', refund: 'local-refund', subsidy: 'local-subsidy' },
    async send(openId, message) {
      const fields: MessageFields = { ...message, owner: ownerOf(openId), sentAt: clock.now() }
      await store.insert(collection, randomUUID(), fields)
      return 'sent'
    },
  }
}

/** The caller's own messages, the newest first. */
export async function messagesFor(store: Store, openId: string): Promise<MessageFields[]> {
  const { documents } = await store.find<MessageFields>(collection, {
    where: { owner: ownerOf(openId) },
    sort: { field: 'sentAt', order: 'descending' },
    limit: 100,
  })
  return documents.map(({ fields }) => fields)
}
