import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { Receipt } from '../../../../shared/contracts/receipt'
import type { ReceiptShown } from '../../components/ReceiptCard'
import type { Step } from '../../components/Steps'
import { fullDay, fullMoment, grouped, shortMoment, sum, yuan } from '../../texts/figures'
import { receipt as words } from '../../texts/receipt'
import { refunds } from '../../texts/refunds'

type Paid = ReplyOf<typeof Receipt>

const isBack = ({ people }: Paid): boolean => people.every(({ refund }) => refund?.stage === 'arrived')

export const receiptOf = (paid: Paid): ReceiptShown => ({
  title: isBack(paid) ? words.back : words.paid,
  state: isBack(paid) ? words.backState : words.taxReceived,
  isBack: isBack(paid),
  what: words.what(paid.place.name, paid.coverageYear),
  total: { label: words.total(paid.people.length), yuan: yuan(paid.fen) },
  people: paid.people.map(({ residentId, name, maskedId, fen }) => ({
    key: residentId,
    name,
    maskedId,
    value: sum(fen),
  })),
  lines: [
    ...coverLines(paid),
    { label: words.paidAt, value: fullMoment(paid.paidAt) },
    { label: words.number, value: grouped(paid.number) },
  ],
})

/** One line where everybody's cover starts alike, else a line a person. */
function coverLines({ people }: Paid) {
  const said = people.map((person) => ({ name: person.name, value: coverOf(person) }))
  const alike = said.every(({ value }) => value === said[0]?.value)
  return (alike ? said.slice(0, 1) : said).map(({ name, value }) => ({
    label: alike ? words.cover : words.coverOf(name),
    value,
    strong: true,
  }))
}

/** Money that went back, or that goes back because it bought nothing, covers nobody. */
function coverOf({ coverageFrom, refund }: Paid['people'][number]): string {
  if (refund?.cause === 'twice') return refunds.coverElsewhere
  return refund?.stage === 'arrived' ? refunds.coverEnded : coverFrom(coverageFrom)
}

const coverFrom = (days: readonly string[]): string =>
  days.length === 0 ? words.coverUnstated : days.map((day) => words.coverFrom(fullDay(day))).join(words.or)

/** 税务已收 → 医保到账, each with when it was last looked at. None of money that has all gone back: nothing is awaited. */
export function moneyStepsOf(paid: Paid): Step[] {
  if (isBack(paid)) return []
  const { paidAt, status } = paid
  const asOf = words.asOf(shortMoment(status.asOf))
  return [
    { key: 'tax', state: 'done', title: words.taxReceived, note: shortMoment(paidAt) },
    status.bureau === 'arrived'
      ? { key: 'bureau', state: 'done', title: words.bureauArrived, note: asOf }
      : { key: 'bureau', state: 'later', title: words.bureauAwaiting, note: asOf },
  ]
}

/** The receipt as text, to keep or to send on; names masked as on the screen. */
export const asText = (shown: ReceiptShown): string =>
  [
    `${shown.title}，${shown.state}`,
    shown.what,
    ...shown.people.map(({ name, maskedId, value }) => `${name} ${maskedId} ${value}`),
    ...shown.lines.map(({ label, value }) => `${label}：${value}`),
  ].join('\n')
