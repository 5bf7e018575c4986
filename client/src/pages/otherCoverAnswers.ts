import { keptOtherCover } from '../device/answersKept'

/**
 * What is said about other cover when the sum is asked for. Nobody has been asked yet when the sum is first shown:
 * it is shown as for somebody without, and the question comes before paying. A roster that knows better wins.
 */
export function otherCoverAnswers(who: { residentId: string; coverageYear: number }) {
  const answer = keptOtherCover(who.residentId, who.coverageYear)
  return { otherCover: answer === undefined || answer === 'unsure' ? ('none' as const) : answer }
}
