/** 怎么算的: the lines of the account, from the fee to what is paid now, or to what one bears in the end. */
import { union, type Answer } from '../../../../shared/rules/answer'
import type { Assessment } from '../../../../shared/rules/assessment'
import type { Source } from '../../components/ClauseChip'
import type { Entry } from '../../components/Ledger'
import { clausesOf, safest, sourceOf, statedOnly } from '../../texts/answers'
import { sum, sumInline } from '../../texts/figures'
import { result as words } from '../../texts/result'

export interface Account {
  entries: Entry[]
  sum: Entry
}

/** No account where the fee itself is open; the page then says so in words. */
export function accountOf(assessment: Assessment): Account | undefined {
  const standard = statedOnly(assessment.standard)
  const due = statedOnly(assessment.due)
  if (standard === undefined || due === undefined) return undefined
  if ((safest(assessment.reimbursed) ?? 0) > 0) return paidBackLater(assessment, due)
  return {
    entries: [
      figure('standard', words.standard, assessment.standard, words.standardSays),
      ...fiscalShare(assessment, standard),
      ...subsidy(assessment, standard),
    ],
    sum: {
      ...figure('due', words.payNow, assessment.due, words.dueSays),
      source: dueSource(assessment, due),
    },
  }
}

/** What is paid now rests first of all on how the subsidy is settled, or on the fee where there is none. */
function dueSource({ standard, settlement, subsidy, due: answer }: Assessment, due: number): Source {
  const leading = statedOnly(subsidy) ? clausesOf(settlement) : clausesOf(standard)
  return {
    sureness: 'stated',
    clauses: union(leading, clausesOf(answer)),
    says: words.dueSays(sumInline(due)),
  }
}

function paidBackLater(assessment: Assessment, due: number): Account {
  const back = safest(assessment.reimbursed) ?? 0
  return {
    entries: [
      figure('due', words.payNow, assessment.due, words.dueSays),
      less('back', words.backLater, assessment.reimbursed, back, words.backSays),
    ],
    sum: { key: 'inTheEnd', label: words.inTheEnd, value: sum(due - back) },
  }
}

/** In a late phase a notice may charge the fiscal share on top; it is a line of its own. */
function fiscalShare(assessment: Assessment, standard: number): Entry[] {
  const charge = statedOnly(assessment.charge)
  if (charge === undefined || charge <= standard) return []
  const source = sourceOf(assessment.charge, words.fiscalShare)
  return [{ key: 'fiscal', label: words.fiscalShare, value: sum(charge - standard), source }]
}

function subsidy(assessment: Assessment, standard: number): Entry[] {
  const given = statedOnly(assessment.subsidy)
  if (!given) return []
  const label = given === standard ? words.fullSubsidy : words.subsidy
  return [less('subsidy', label, assessment.subsidy, given, words.subsidySays)]
}

function figure(key: string, label: string, answer: Answer<number>, says: (sum: string) => string): Entry {
  const fen = safest(answer)
  if (fen === undefined) return { key, label, value: words.depends, inWords: true }
  return { key, label, value: sum(fen), source: sourceOf(answer, says(sumInline(fen))) }
}

function less(
  key: string,
  label: string,
  answer: Answer<number>,
  fen: number,
  says: (sum: string) => string,
): Entry {
  return {
    key,
    label,
    value: words.minus(sum(fen)),
    spoken: words.minusSpoken(sumInline(fen)),
    source: sourceOf(answer, says(sumInline(fen))),
  }
}
