/** 参保记录: one coverage year as its page shows it. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { EnrollmentYear, MyEnrollments } from '../../../../shared/contracts/myEnrollments'
import type { WordHero } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import { enrollment as words } from '../../texts/enrollment'
import { fullDay, fullMoment, shortMoment, sum, sumInline } from '../../texts/figures'
import { refunds } from '../../texts/refunds'
import { identityName } from '../../texts/vocabulary'

type Recorded = ReplyOf<typeof MyEnrollments>

export interface RecordShown {
  where: string
  who: string
  hero: WordHero
  cover: readonly FactShown[]
  how: readonly FactShown[]
  /** Said instead of `how` to whoever may not know it. */
  hidden?: string
  mayPrint: boolean
  /** The receipt that is the caller's own. */
  receipt?: string
}

/** Undefined for a year that the record does not have. */
export function recordOf({ person, place, years }: Recorded, coverageYear: number): RecordShown | undefined {
  const year = years.find((one) => one.coverageYear === coverageYear)
  if (!year) return undefined
  const isHidden = !year.told && (year.enrolled || year.refunded)
  return {
    where: words.where(place.name, coverageYear),
    who: `${person.name} ${person.maskedId}`,
    hero: { kind: 'word', label: words.stateLabel, ...stateOf(year) },
    cover: year.enrolled ? [coverOf(year)] : [],
    how: howOf(year),
    ...(isHidden ? { hidden: words.hidden } : {}),
    mayPrint: year.enrolled && year.told,
    ...(year.orderNumber ? { receipt: year.orderNumber } : {}),
  }
}

function stateOf({
  enrolled,
  refunded,
  awaitingTax,
  source,
}: EnrollmentYear): Pick<WordHero, 'value' | 'by'> {
  if (enrolled) {
    const by = source === 'roster' ? words.rosterSays : source === 'counter' ? words.counterSays : undefined
    return { value: words.states.enrolled, ...(by === undefined ? {} : { by: [by] }) }
  }
  if (awaitingTax) return { value: words.states.awaitingTax }
  if (refunded) return { value: words.states.refunded, by: [words.coverNone] }
  return { value: words.states.notFound, by: [words.notFoundText] }
}

function coverOf({ coverageFrom, coverageTo, coverClauses }: EnrollmentYear): FactShown {
  const spans = coverageFrom.map((first, i) => {
    const last = coverageTo[i] ?? coverageTo[0]
    return last === undefined ? words.from(fullDay(first)) : words.to(fullDay(first), fullDay(last))
  })
  return {
    key: 'cover',
    label: words.cover,
    lines: spans.length === 0 ? [words.coverUnstated] : [spans.join(words.or)],
    ...(coverClauses.length > 0 && {
      source: {
        sureness: coverageFrom.length > 1 ? ('readings' as const) : ('stated' as const),
        clauses: coverClauses,
        says: words.coverSays,
      },
    }),
  }
}

function howOf(year: EnrollmentYear): FactShown[] {
  const { identity, paidBy, paidFen, subsidyFen, paidAt, toCard, refund } = year
  const fact = (key: string, label: string, ...lines: string[]): FactShown => ({ key, label, lines })
  return [
    ...(identity === null
      ? []
      : [fact('identity', words.identity, identity === 'none' ? words.noIdentity : identityName(identity))]),
    ...(paidBy === null ? [] : [fact('paidBy', words.paidBy, words.payers[paidBy])]),
    ...(paidFen === null ? [] : [fact('paid', words.paid, sum(paidFen))]),
    ...(subsidyFen === null || subsidyFen === 0 ? [] : [fact('subsidy', words.subsidy, sum(subsidyFen))]),
    ...(paidAt === null ? [] : [fact('paidAt', words.paidAt, fullMoment(paidAt))]),
    ...(toCard === null ? [] : [fact('toCard', words.toCard, `${sum(toCard.fen)}，${fullDay(toCard.on)}`)]),
    ...(refund === null ? [] : [fact('refund', words.refund, ...refundLines(refund))]),
  ]
}

function refundLines({
  stage,
  cause,
  rejection,
  fen,
  asOf,
}: NonNullable<EnrollmentYear['refund']>): string[] {
  const said =
    stage === 'rejected'
      ? refunds.rejected(rejection)
      : ((cause === 'application' ? undefined : refunds.byItself[stage]) ?? refunds.stages[stage])
  return [`${sumInline(fen)}，${said.stage}`, refunds.asOf(shortMoment(asOf))]
}
