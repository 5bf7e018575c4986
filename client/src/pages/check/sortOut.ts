/** Who of a household can be paid for now, and why the others cannot: nobody is left out without a word. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { mostPeople } from '../../../../shared/contracts/startPayment'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { AllAsked } from '../../api/useCalls'
import { keptOtherCover } from '../../device/answersKept'
import { check as words } from '../../texts/check'
import { outages } from '../../texts/outages'
import { result } from '../../texts/result'
import type { Payees } from '../payees'
import { refusalSentence } from '../Unanswered'

type Owed = ReplyOf<typeof WhatIOwe>
type Answer = Extract<AllAsked<typeof WhatIOwe>, { kind: 'answered' }>['answers'][number]

export interface Paying {
  residentId: string
  owed: Owed
  fen: number
}

export interface LeftOut {
  residentId: string
  name: string
  why: string
  /** What can be done about it here: answer the question again, or pay for them after all. */
  way?: 'ask' | 'add'
}

export interface Sorted {
  paying: Paying[]
  leftOut: LeftOut[]
}

/** `answers` are those about `household`, in its order. */
export function sortOut(
  { people, coverageYear }: Payees,
  household: readonly string[],
  answers: readonly Answer[],
): Sorted {
  const sorted: Sorted = { paying: [], leftOut: [] }
  for (const [index, residentId] of household.entries()) {
    const answer = answers[index]
    if (answer) place(sorted, { residentId, coverageYear, isMeant: people.includes(residentId) }, answer)
  }
  return sorted
}

interface Who {
  residentId: string
  coverageYear: number
  isMeant: boolean
}

function place(
  { paying, leftOut }: Sorted,
  { residentId, coverageYear, isMeant }: Who,
  answer: Answer,
): void {
  if (answer.kind === 'refused') {
    const why = answer.refusal === 'notFound' ? outages.notYours : refusalSentence(answer.refusal)
    leftOut.push({ residentId, name: words.somebody, why })
    return
  }
  const owed = answer.reply
  const fen = payable(owed)
  const said = keptOtherCover(residentId, coverageYear)
  const leave = (why: string, way?: LeftOut['way']) =>
    leftOut.push({ residentId, name: owed.person.name, why, way })
  if (said === 'employee') leave(result.reasons.employeeInsured, 'ask')
  else if (said === 'residentElsewhere') leave(result.reasons.enrolledElsewhere, 'ask')
  else if (fen === undefined) leave(whyNot(owed))
  else if (said === 'unsure') leave(words.unsure, 'ask')
  else if (!isMeant) leave(words.takenOff, 'add')
  else if (paying.length >= mostPeople) leave(words.tooMany(mostPeople))
  else paying.push({ residentId, owed, fen })
}

/** What may be paid here; undefined where there is no such sum. */
const payable = ({ owing: { inAppPayment, dueFen } }: Owed): number | undefined =>
  inAppPayment && dueFen !== null && dueFen > 0 ? dueFen : undefined

/** The reason, where it is the caller's to know. */
function whyNot({ owing, assessment }: Owed): string {
  const reason = assessment?.reasons[0]?.code ?? owing.reasons[0]
  if (reason) return result.reasons[reason]
  if (owing.decision === 'refused') return assessment ? result.nothingDue : words.onlySelf
  if (assessment?.decision === 'mayEnroll' && assessment.due.kind !== 'stated') return words.sumUnstated
  return owing.decision === 'undecided' ? words.undecided : words.elsewhere
}
