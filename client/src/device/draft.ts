import Taro from '@tarojs/taro'
import { forget, keep, kept } from './storage'

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000

/**
 * 草稿: what was chosen on one page, on this device alone, for 30 days. Keys and answers are codes, days of birth and the
 * service's own numbers; a name or an ID number is never among them (decision 0016).
 */
export const keepDraft = (key: string, answers: object): void => keep(key, { ...answers, at: Date.now() })

/** The answers, or undefined where there are none any more. Their shape is the reader's to check. */
export function keptDraft(key: string): Record<string, unknown> | undefined {
  const draft = kept(key) as ({ at?: unknown } & Record<string, unknown>) | null | undefined
  if (typeof draft?.at !== 'number') return undefined
  if (Date.now() - draft.at < thirtyDaysMs) return draft
  forget(key)
  return undefined
}

export const dropDraft = (key: string): void => forget(key)

/** What nobody came back for is thrown away, too. */
export function dropOldDrafts(): void {
  Taro.getStorageInfoSync().keys.forEach(keptDraft)
}
