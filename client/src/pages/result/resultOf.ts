import { actionOf, isDone, type Action } from './actionOf'
import { accountOf, type Account } from './accountOf'
import type { Assessed } from './Assessed'
import { datesOf, statedSums, supplementOf, warningsOf } from './factsOf'
import { heroOf } from './heroOf'
import type { HeroShown } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import type { NamedNotice } from '../../texts/notices'
import { result as words } from '../../texts/result'
import { missingNames } from '../../texts/vocabulary'
import { safest } from '../../texts/answers'
import { sumInline } from '../../texts/figures'

/** Everything the page of one person's fee shows. */
export interface ResultShown {
  where: string
  who: string
  hero: HeroShown
  account?: Account
  whyText: string
  /** Said to whoever may not know why. */
  note?: string
  action: Action
  year: number
  /** Fee and subsidy, where no account shows them. */
  sums: readonly FactShown[]
  dates: readonly FactShown[]
  warnings: readonly FactShown[]
  missing: readonly string[]
  awaitingTax: boolean
  notices: readonly NamedNotice[]
}

export function resultOf(assessed: Assessed): ResultShown {
  const { assessment, coverageYear, place, today } = assessed
  const account = assessment.decision === 'refused' ? undefined : accountOf(assessment)
  return {
    where: words.where(place.name, coverageYear),
    who: assessed.who,
    hero: heroOf(assessment, today),
    account,
    whyText: whyText(assessed),
    action: actionOf(assessed),
    year: coverageYear,
    sums: account ? [] : statedSums(assessment),
    dates: datesOf(assessment),
    warnings: [...supplementOf(assessment), ...warningsOf(assessment)],
    missing: missingNames(assessment.missing),
    awaitingTax: assessed.awaitingTax,
    notices: assessed.notices,
  }
}

function whyText({ assessment }: Assessed): string {
  if (isDone(assessment)) return words.whyDone
  if (assessment.decision === 'refused') return words.whyRefused
  const back = safest(assessment.reimbursed)
  if (back) return words.whyBack(sumInline(back))
  const given = safest(assessment.subsidy)
  if (!given) return words.whyThis
  return given === safest(assessment.standard) ? words.whyFull : words.whySubsidy(sumInline(given))
}
