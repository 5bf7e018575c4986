import { keptOtherCover } from '../device/answersKept'

/** What was said before about other cover goes along with the question; "not sure" says nothing. */
export function otherCoverAnswers(who: { residentId: string; coverageYear: number }) {
  const answer = keptOtherCover(who.residentId, who.coverageYear)
  return answer && answer !== 'unsure' ? { otherCover: answer } : undefined
}
