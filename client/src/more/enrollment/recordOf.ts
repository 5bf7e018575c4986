/** 参保记录: one coverage year as its page shows it. */
import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { EnrollmentYear, MyEnrollments } from '../../../../shared/contracts/myEnrollments'
import type { WordHero } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import { refundsOf, type RefundsShown } from '../../pages/receipt/refundsOf'
import { counterMistakes } from '../../texts/counterMistakes'
import { enrollment as words } from '../../texts/enrollment'
import { fullDay, fullMoment, shortMoment, sum, sumInline } from '../../texts/figures'
import { refunds } from '../../texts/refunds'
import { channelName, identityName } from '../../texts/vocabulary'

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
  /** Whether what was paid at a counter may be asked back, and how far that is. */
  refunds?: RefundsShown
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
    how: [...mistakeOf(year), ...howOf(year)],
    ...(isHidden ? { hidden: words.hidden } : {}),
    ...refundsFor(person, year),
    mayPrint: year.enrolled && year.told,
    ...(year.orderNumber ? { receipt: year.orderNumber } : {}),
  }
}

function refundsFor({ name }: Recorded['person'], { refunds, refund, paidFen }: EnrollmentYear) {
  if (refunds === null || paidFen === null) return {}
  return { refunds: refundsOf({ people: [{ residentId: '', name, fen: paidFen, refund }], refunds }) }
}

function stateOf({
  enrolled,
  refunded,
  awaitingTax,
  source,
}: EnrollmentYear): Pick<WordHero, 'value' | 'by'> {
  if (enrolled) {
    const by = source === null ? undefined : saidBy[source]
    return { value: words.states.enrolled, ...(by === undefined ? {} : { by: [by] }) }
  }
  if (awaitingTax) return { value: words.states.awaitingTax }
  if (refunded) return { value: words.states.refunded, by: [words.coverNone] }
  return { value: words.states.notFound, by: [words.notFoundText] }
}

const saidBy = {
  order: undefined,
  counter: words.counterSays,
  onBehalf: words.onBehalfSays,
  roster: words.rosterSays,
} as const

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

/** Whoever really paid must hear that what was taken down counts no more, and what to do. */
const mistakeOf = ({ mistake }: EnrollmentYear): FactShown[] =>
  mistake === null || mistake.how === 'refunded'
    ? []
    : [
        {
          key: 'mistake',
          label: words.counter,
          lines: [
            words.mistake(fullDay(mistake.on), counterMistakes[mistake.reason].text),
            words.mistakeText,
          ],
        },
      ]

function howOf(year: EnrollmentYear): FactShown[] {
  const { identity, source, counter, paidBy, paidFen, subsidyFen, paidAt, toCard, refund } = year
  const fact = (key: string, label: string, ...lines: string[]): FactShown => ({ key, label, lines })
  return [
    ...(identity === null
      ? []
      : [fact('identity', words.identity, identity === 'none' ? words.noIdentity : identityName(identity))]),
    ...(source === 'onBehalf' ? [onBehalfOf(year)] : []),
    ...(counter === null ? [] : counterOf(counter)),
    ...(paidBy === null ? [] : [fact('paidBy', words.paidBy, words.payers[paidBy])]),
    ...(paidFen === null || source === 'onBehalf' ? [] : [fact('paid', words.paid, sum(paidFen))]),
    ...(subsidyFen === null || subsidyFen === 0 ? [] : [fact('subsidy', words.subsidy, sum(subsidyFen))]),
    ...(paidAt === null ? [] : [fact('paidAt', words.paidAt, fullMoment(paidAt))]),
    ...(toCard === null ? [] : [fact('toCard', words.toCard, `${sum(toCard.fen)}，${fullDay(toCard.on)}`)]),
    ...(refund === null || year.refunds !== null
      ? []
      : [fact('refund', words.refund, ...refundLines(refund))]),
  ]
}

/** Nothing was asked of them: no sum of theirs is zero. */
const onBehalfOf = ({ onBehalfClauses }: EnrollmentYear): FactShown => ({
  key: 'onBehalf',
  label: words.paidBy,
  lines: [words.onBehalf],
  ...(onBehalfClauses.length > 0 && {
    source: { sureness: 'stated' as const, clauses: onBehalfClauses, says: words.onBehalfClause },
  }),
})

const counterOf = ({ receipt, channel, paidOn }: NonNullable<EnrollmentYear['counter']>): FactShown[] => [
  { key: 'counter', label: words.counter, lines: [channelName(channel)] },
  { key: 'receipt', label: words.receiptNumber, lines: [receipt] },
  { key: 'paidOn', label: words.paidOn, lines: [fullDay(paidOn)] },
]

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
