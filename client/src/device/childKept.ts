import { forget, keep, kept } from './storage'

/** What was answered about a newborn: a day and where it is registered. */
export interface ChildKept {
  born: string
  home: string
}

const key = 'newborn'
const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000

/** A draft of this phone alone; it is over after 30 days. */
export const keepChild = (child: ChildKept): void => keep(key, { ...child, at: Date.now() })

export function keptChild(): ChildKept | undefined {
  const draft = kept(key) as Partial<ChildKept & { at: number }> | undefined
  if (!draft?.born || !draft.home || typeof draft.at !== 'number') return undefined
  return Date.now() - draft.at < thirtyDaysMs ? { born: draft.born, home: draft.home } : undefined
}

export const dropChild = (): void => forget(key)
