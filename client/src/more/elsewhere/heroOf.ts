/** The answer in a few words, drawn as sure as the notice makes us. */
import type { Admission } from '../../../../shared/rules/eligibility'
import type { HeroShown } from '../../components/Hero'
import type { OtherCoverAnswer } from '../../device/answersKept'
import { elsewhere as words } from '../../texts/elsewhere'
import { result } from '../../texts/result'

/** @param admission undefined where it is not known where the person is registered */
export function heroOf(cover: OtherCoverAnswer, admission: Admission | undefined): HeroShown {
  if (cover === 'employee') return said(words.stop, result.reasons.employeeInsured)
  if (cover === 'residentElsewhere') return said(words.stop, result.reasons.enrolledElsewhere)
  if (!admission) return notKnown(words.unknownHukou)
  if (admission.enroll === 'mayNot') return said(words.mayNot, words.mayNotBy)
  if (cover === 'unsure') return notKnown(words.unknownCover)
  if (admission.enroll === 'may') return said(words.may, next(admission))
  const source = { sureness: 'unstated', clauses: [...admission.clauses], says: words.saysNothing } as const
  return { kind: 'unstated', label: words.question, value: words.unstated, by: words.unstatedBy, source }
}

const said = (value: string, by: string): HeroShown => ({ kind: 'word', label: words.question, value, by })

const notKnown = (by: string): HeroShown => ({
  kind: 'word',
  label: words.unknownLabel,
  value: words.unknown,
  by,
})

function next({ missing, papers }: Admission): string {
  if (missing.length > 0) return words.mayWithProof
  return papers.kind === 'unstated' ? words.mayAskProof : words.mayBare
}
