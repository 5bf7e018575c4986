import { forget, keep, kept } from './storage'

/** What was begun to be said: the topic's code, and the words. */
export interface ComplaintKept {
  topic?: string
  text: string
}

const key = 'complaint'
const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000

/** A draft of this phone alone; it is over after 30 days. */
export const keepComplaint = (draft: ComplaintKept): void => keep(key, { ...draft, at: Date.now() })

export function keptComplaint(): ComplaintKept | undefined {
  const draft = kept(key) as Partial<ComplaintKept & { at: number }> | undefined
  if (typeof draft?.text !== 'string' || typeof draft.at !== 'number') return undefined
  return Date.now() - draft.at < thirtyDaysMs ? { topic: draft.topic, text: draft.text } : undefined
}

export const dropComplaint = (): void => forget(key)
