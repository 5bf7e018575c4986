/** The one figure of the page, drawn as sure as the notice makes us. */
import type { Assessment } from '../../../../shared/rules/assessment'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { HeroShown } from '../../components/Hero'
import type { Sentence } from '../../components/Sentence'
import { clausesOf, safest } from '../../texts/answers'
import { dayFrom, daysLeft, range, sumInline, yuan } from '../../texts/figures'
import { result as words } from '../../texts/result'
import { isDone } from './actionOf'

export function heroOf(assessment: Assessment, today: CivilDay): HeroShown {
  const { due, decision, reasons, dueBetween } = assessment
  const refusal = decision === 'refused' ? reasons[0]?.code : undefined
  if (refusal) {
    return {
      kind: 'word',
      label: isDone(assessment) ? words.doneKind : words.refusedKind,
      value: words.refused[refusal],
      by: words.reasons[refusal],
    }
  }
  switch (due.kind) {
    case 'stated':
      return {
        kind: 'stated',
        label: words.payNow,
        yuan: yuan(due.value),
        by: by(assessment, today),
        more: later(assessment),
      }
    case 'readings': {
      const safe = safest(due)
      return {
        kind: 'readings',
        label: words.readingsKind,
        value: safe === undefined ? words.depends : words.pay(yuan(safe)),
        by: by(assessment, today),
      }
    }
    case 'unstated':
      return {
        kind: 'unstated',
        label: words.payHowMuch,
        value: words.unstatedValue,
        by: silence(assessment),
        source: { sureness: 'unstated', clauses: clausesOf(due), says: words.unstatedSays },
      }
    case 'open':
      return {
        kind: 'stated',
        label: words.payNow,
        yuan: dueBetween ? range(dueBetween.fromFen, dueBetween.toFen) : words.depends,
        by: words.rangeBy,
      }
  }
}

function by(assessment: Assessment, today: CivilDay): Sentence | undefined {
  if (assessment.reasons.some((reason) => reason.code === 'paidOnBehalf')) return words.noNeedToPay
  if (safest(assessment.due) === 0) return words.nothingDue
  const last = safest(assessment.phaseTo)
  if (last === undefined) return undefined
  const left = daysLeft(today, last)
  if (left < 0) return undefined
  return left === 0 ? words.byToday(dayFrom(last, today)) : words.by(dayFrom(last, today), String(left))
}

/** What is written, and what is not. */
function silence({ subsidy, settlement }: Assessment): Sentence {
  const given = safest(subsidy)
  if (given && settlement.kind === 'unstated') return words.settlementUnstated(sumInline(given))
  return words.askFirst
}

function later(assessment: Assessment): string | undefined {
  const back = safest(assessment.reimbursed)
  return back ? words.moreLater(yuan(back)) : undefined
}
