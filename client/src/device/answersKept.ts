import { dropDraft, keepDraft, keptDraft } from './draft'

/** 有没有别的医保: what was answered for one person and coverage year. */
export type OtherCoverAnswer = 'none' | 'employee' | 'residentElsewhere' | 'unsure'

const key = (residentId: string, coverageYear: number) => `otherCover:${residentId}:${coverageYear}`

/** An answer is kept, so that nobody is asked twice on one road. */
export const keepOtherCover = (residentId: string, coverageYear: number, answer: OtherCoverAnswer): void =>
  keepDraft(key(residentId, coverageYear), { answer })

export const keptOtherCover = (residentId: string, coverageYear: number): OtherCoverAnswer | undefined =>
  keptDraft(key(residentId, coverageYear))?.answer as OtherCoverAnswer | undefined

export const forgetOtherCover = (residentId: string, coverageYear: number): void =>
  dropDraft(key(residentId, coverageYear))
