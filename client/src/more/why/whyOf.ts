import type { Answer } from '../../../../shared/rules/answer'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { WhatIOwe } from '../../../../shared/contracts/whatIOwe'
import type { Source } from '../../components/ClauseChip'
import { safest, sourceOf } from '../../texts/answers'
import { fullDay, sum, sumInline } from '../../texts/figures'
import { isDone } from '../../pages/result/actionOf'
import { result } from '../../texts/result'
import { identityName } from '../../texts/vocabulary'
import { why as words } from '../../texts/why'

/** An identity and what it earns. */
export interface Earned {
  key: string
  name: string
  amount: string
  source?: Source
}

/** A clause in our own plain words. */
export interface Law {
  key: string
  says: string
  source: Source
}

export interface WhyShown {
  heading: string
  intro?: string
  won?: Earned
  passedOver: readonly Earned[]
  laws: readonly Law[]
}

/** Only the person and a guardian know why; whoever else acts for them reads that it is so. */
export function whyOf({ assessment }: ReplyOf<typeof WhatIOwe>): WhyShown {
  if (!assessment) return { heading: words.title, intro: words.proxy, passedOver: [], laws: [] }
  const given = safest(assessment.subsidy)
  const winner = safest(assessment.subsidyFor)
  const won = winner === undefined || winner === 'none' ? undefined : winner
  const held = assessment.passedOver.length + (won ? 1 : 0)
  return {
    heading: headingOf(assessment, given),
    intro: introOf(assessment, held),
    won: won !== undefined ? earned(won, assessment.subsidy) : undefined,
    passedOver: assessment.passedOver.map(({ identity, amount }) => earned(identity, amount)),
    laws: onceEach([...reasons(assessment), ...lawsOf(assessment)]),
  }
}

/** A reason and a rule may say the same; it is read once. */
const onceEach = (laws: readonly Law[]): Law[] =>
  laws.filter(({ says }, index) => laws.findIndex((law) => law.says === says) === index)

type Assessed = NonNullable<ReplyOf<typeof WhatIOwe>['assessment']>

/** In the words of the link that led here. */
function headingOf(assessment: Assessed, given: number | undefined): string {
  const { decision, reimbursed } = assessment
  if (isDone(assessment)) return result.whyDone
  if (decision === 'refused') return words.whyRefused
  if (given === undefined) return words.whyOpen
  const back = safest(reimbursed)
  if (back) return result.whyBack(sumInline(back))
  return given > 0 ? words.whySubsidy(sumInline(given)) : words.whyNone
}

/** Which identities count; of somebody without any only where that decides. */
function introOf({ decision }: Assessed, held: number): string | undefined {
  if (held > 1) return words.several(held)
  if (held === 1) return words.one
  return decision === 'refused' ? undefined : words.none
}

function earned(identity: string, amount: Answer<number>): Earned {
  const fen = safest(amount)
  const name = identityName(identity)
  return {
    key: identity,
    name,
    amount: fen === undefined ? result.unstatedValue : sum(fen),
    source: sourceOf(amount, fen === undefined ? result.unstatedSays : `${name}：${sumInline(fen)}。`),
  }
}

const reasons = (assessment: Assessed): Law[] =>
  assessment.reasons
    .filter((reason) => reason.clauses.length > 0)
    .map(({ code, clauses }) => ({
      key: code,
      says: result.reasons[code],
      source: { sureness: 'stated', clauses, says: result.reasons[code] },
    }))

function lawsOf(assessment: Assessed): Law[] {
  const { what } = words
  return [
    law('standard', what.standard, assessment.standard, (fen) => words.standard(sumInline(fen))),
    law('subsidy', what.subsidy, assessment.subsidy, (fen) => words.subsidy(sumInline(fen))),
    law('settlement', what.settlement, assessment.settlement, (code) => words.settlement[code]),
    law('due', what.due, assessment.due, (fen) => words.due(sumInline(fen))),
    law('phase', what.phase, assessment.phase, (code) => words.phase(result.phases[code])),
    law('coverageFrom', what.coverageFrom, assessment.coverageFrom, (day) => words.cover(fullDay(day))),
  ].flat()
}

function law<T>(key: string, what: string, answer: Answer<T>, says: (value: T) => string): Law[] {
  const text = sentence(what, answer, says)
  const source = sourceOf(answer, text)
  return source ? [{ key, says: text, source }] : []
}

function sentence<T>(what: string, answer: Answer<T>, says: (value: T) => string): string {
  switch (answer.kind) {
    case 'stated':
      return says(answer.value)
    case 'readings':
      return words.readings(
        answer.readings.map(({ value }) => says(value).replace(/。$/, '')).join(result.or),
      )
    case 'unstated':
      return words.unstated(what)
    case 'open':
      return words.open(what)
  }
}
