import { dropDraft, keepDraft, keptDraft } from './draft'

/** What was begun to be said: the topic's code, and the words. */
export interface ComplaintKept {
  topic?: string
  text: string
}

const key = 'complaint'

export const keepComplaint = (draft: ComplaintKept): void => keepDraft(key, draft)

export function keptComplaint(): ComplaintKept | undefined {
  const draft = keptDraft(key) as Partial<ComplaintKept> | undefined
  return typeof draft?.text === 'string' ? { topic: draft.topic, text: draft.text } : undefined
}

export const dropComplaint = (): void => dropDraft(key)
