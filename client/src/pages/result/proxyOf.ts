/** 要付多少 for whoever only acts for somebody: the sum and the days, and that the rest is the person's own. */
import type { HeroShown } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import { dayFrom, daysLeft, fullDay, sum, yuan } from '../../texts/figures'
import { result as words } from '../../texts/result'
import { proxyActionOf } from './actionOf'
import type { Owed } from './Assessed'
import { coverWithoutWhy } from './factsOf'
import type { ResultShown } from './resultOf'

export function proxyOf(owed: Owed): ResultShown {
  const { owing, coverageYear, place, who, awaitingTax, notices } = owed
  return {
    where: words.where(place.name, coverageYear),
    who,
    hero: heroOf(owed),
    whyText: '',
    note: words.proxySees,
    action: proxyActionOf(owed),
    year: coverageYear,
    sums: standardOf(owing),
    dates: owing.decision === 'mayEnroll' ? [...collectionOf(owing), ...coverWithoutWhy(owing)] : [],
    warnings: [],
    missing: [],
    awaitingTax,
    notices,
  }
}

function heroOf({ owing: { decision, dueFen, deadline, reasons }, today }: Owed): HeroShown {
  if (dueFen !== null) {
    const left = deadline === null ? -1 : daysLeft(today, deadline)
    const day = deadline === null ? '' : dayFrom(deadline, today)
    const by = left < 0 ? undefined : left === 0 ? words.byToday(day) : words.by(day, String(left))
    return { kind: 'stated', label: words.payNow, yuan: yuan(dueFen), by }
  }
  const [reason] = reasons
  if (reason)
    return {
      kind: 'word',
      label: words.refusedKind,
      value: words.refused[reason],
      by: words.reasons[reason],
    }
  return decision === 'refused'
    ? { kind: 'word', label: words.refusedKind, value: words.notHere, by: words.onlySelf }
    : { kind: 'word', label: words.undecidedKind, value: words.undecided, by: words.onlySelf }
}

const standardOf = ({ standardFen }: Owed['owing']): FactShown[] =>
  standardFen === null ? [] : [{ key: 'standard', label: words.standard, lines: [sum(standardFen)] }]

const collectionOf = ({ deadline }: Owed['owing']): FactShown[] =>
  deadline === null ? [] : [{ key: 'phaseTo', label: words.collection, lines: [words.to(fullDay(deadline))] }]
