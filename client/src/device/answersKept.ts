import { forget, keep, kept } from './storage'

/** 有没有别的医保: what was answered for one person and coverage year. */
export type OtherCoverAnswer = 'none' | 'employee' | 'residentElsewhere' | 'unsure'

const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000

const key = (residentId: string, coverageYear: number) => `otherCover:${residentId}:${coverageYear}`

/** An answer is kept for 30 days, so that nobody is asked twice on one road. */
export const keepOtherCover = (residentId: string, coverageYear: number, answer: OtherCoverAnswer): void =>
  keep(key(residentId, coverageYear), { answer, at: Date.now() })

export function keptOtherCover(residentId: string, coverageYear: number): OtherCoverAnswer | undefined {
  const draft = kept(key(residentId, coverageYear)) as { answer?: OtherCoverAnswer; at?: number } | undefined
  if (!draft?.answer || typeof draft.at !== 'number') return undefined
  return Date.now() - draft.at < thirtyDaysMs ? draft.answer : undefined
}

export const forgetOtherCover = (residentId: string, coverageYear: number): void =>
  forget(key(residentId, coverageYear))
