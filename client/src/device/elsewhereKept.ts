import { forget, keep, kept } from './storage'

/** What was answered about where somebody is registered and insured: codes, or `unsure`. */
export interface ElsewhereKept {
  residence: string
  cover: string
}

const key = 'elsewhere'
const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000

/** A draft of this phone alone; it is over after 30 days. */
export const keepElsewhere = (answers: ElsewhereKept): void => keep(key, { ...answers, at: Date.now() })

export function keptElsewhere(): ElsewhereKept | undefined {
  const draft = kept(key) as Partial<ElsewhereKept & { at: number }> | undefined
  if (!draft?.residence || !draft.cover || typeof draft.at !== 'number') return undefined
  return Date.now() - draft.at < thirtyDaysMs ? { residence: draft.residence, cover: draft.cover } : undefined
}

export const dropElsewhere = (): void => forget(key)
