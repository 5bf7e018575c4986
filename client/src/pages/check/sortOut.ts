/** Who of a household can be paid for now, and why the others cannot: nobody is left out without a word. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { mostPeople } from '../../../../shared/contracts/startPayment'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { AllAsked } from '../../api/useCalls'
import { keptOtherCover } from '../../device/answersKept'
import { statedOnly } from '../../texts/answers'
import { check as words } from '../../texts/check'
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
    leftOut.push({ residentId, name: words.somebody, why: refusalSentence(answer.refusal) })
    return
  }
  const owed = answer.reply
  const fen = payable(owed)
  const said = keptOtherCover(residentId, coverageYear)
  const leave = (why: string, way?: LeftOut['way']) =>
    leftOut.push({ residentId, name: owed.person.name, why, way })
  if (said === 'employee' || said === 'residentElsewhere') leave(whyNot(owed), 'ask')
  else if (fen === undefined) leave(whyNot(owed))
  else if (said === 'unsure') leave(words.unsure, 'ask')
  else if (!isMeant) leave(words.takenOff, 'add')
  else if (paying.length >= mostPeople) leave(words.tooMany(mostPeople))
  else paying.push({ residentId, owed, fen })
}

/** What may be paid here; undefined where there is no such sum. */
function payable({ assessment }: Owed): number | undefined {
  const due = statedOnly(assessment.due)
  return assessment.inAppPayment && due !== undefined && due > 0 ? due : undefined
}

function whyNot({ assessment }: Owed): string {
  const reason = assessment.reasons[0]
  if (reason) return result.reasons[reason.code]
  if (assessment.decision !== 'mayEnroll') return words.undecided
  const due = statedOnly(assessment.due)
  if (due === undefined) return words.sumUnstated
  return due === 0 ? result.nothingDue : words.elsewhere
}
