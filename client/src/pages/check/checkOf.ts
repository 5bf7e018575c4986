import type { FactShown } from '../../components/SummaryList'
import { check as words } from '../../texts/check'
import { sum, yuan } from '../../texts/figures'
import { home } from '../../texts/home'
import { coverOfAll } from './coverOfAll'
import type { LeftOut, Sorted } from './sortOut'

export interface CheckShown {
  people: readonly { key: string; name: string; kin: string; maskedId: string; value: string }[]
  totalLabel: string
  total: string
  /** On the button. */
  pay: string
  year: number
  cover: readonly FactShown[]
  otherCover: string
  leftOut: readonly LeftOut[]
}

export function checkOf({ paying, leftOut }: Sorted, coverageYear: number): CheckShown {
  const fen = paying.reduce((so, person) => so + person.fen, 0)
  const count = paying.length
  return {
    people: paying.map(({ residentId, owed, fen: due }) => ({
      key: residentId,
      name: owed.person.name,
      kin: home.relations[owed.person.relation],
      maskedId: owed.person.maskedId,
      value: sum(due),
    })),
    totalLabel: words.total(count),
    total: sum(fen),
    pay: words.pay(yuan(fen), count),
    year: coverageYear,
    cover: coverOfAll(paying),
    otherCover: words.otherCoverNone(count),
    leftOut,
  }
}
