/** 缴多少，什么时候缴: the fee by class, every phase with its days and terms, and how long the cover lasts. */
import type { Charge, FeeRow, PhaseRow, PlainCharge, Term } from '../../../../shared/policy/table'
import { addDays } from '../../../../shared/rules/civilDay'
import { fenOf } from '../../../../shared/rules/money'
import type { FactShown } from '../../components/SummaryList'
import { fullDay, spanOfDays, sum, sumInline } from '../../texts/figures'
import { policy as words } from '../../texts/policy'
import { everyone, whom } from '../../texts/whom'
import { spelledOut, startLines } from './coverWords'
import type { Section } from './Part'
import type { Reader } from './reader'
import { fact, factOf, linesOf, written } from './written'

export function paySections(reader: Reader): Section[] {
  const { table } = reader
  return [
    { key: 'fee', heading: words.howMuch, facts: table.fee.flatMap((row, i) => feeFacts(row, i, reader)) },
    ...table.phases.map((row, index) => phaseSection(row, index, reader)),
    { key: 'coverTo', facts: [coverTo(reader)] },
  ]
}

/** The fiscal share is a resident's business where it is known, or where somebody has to pay it. */
function feeFacts(row: FeeRow, index: number, reader: Reader): FactShown[] {
  const who = whom(row.when)
  const label = row.label ?? (who === everyone ? words.perPerson : who)
  const meant = row.label && who !== everyone ? [words.meaning(who)] : []
  const fee = fact(reader, `fee${index}`, label, row.yuan, row.clause, (yuan) => [
    ...yuanLines(yuan),
    ...meant,
  ])
  const share = row.fiscalShareYuan
  if (!share || !('value' in share || asksForShare(reader))) return [fee]
  const shareLabel = who === everyone ? words.fiscalShare : words.ofWhom(words.fiscalShare, label)
  return [fee, fact(reader, `share${index}`, shareLabel, share, undefined, yuanLines)]
}

const yuanLines = (yuan: number): string[] => [sum(fenOf(yuan))]

const asksForShare = ({ table }: Reader): boolean =>
  table.phases.some(({ terms }) => terms.some(({ charge }) => JSON.stringify(charge).includes('fiscalShare')))

function phaseSection(row: PhaseRow, index: number, reader: Reader): Section {
  return {
    key: `phase${index}`,
    heading: row.label ?? words.phases[row.phase],
    facts: [
      ...gapBefore(row, index, reader),
      ...collection(row, reader),
      ...byWhom(row.terms, words.howMuch, (term) => chargeFact(term, row, reader)),
      ...byWhom(row.terms, words.coverFrom, (term) => coverFact(term, row, reader)),
    ],
  }
}

/** Days the notice leaves between two phases of everyone on purpose. */
function gapBefore(row: PhaseRow, index: number, reader: Reader): FactShown[] {
  const earlier = reader.table.phases.slice(0, index).filter(({ when }) => when === undefined)
  const before = earlier[earlier.length - 1]
  if (!row.closedBefore || !before || before.to === 'open' || row.from === 'unstated') return []
  const first = addDays(before.to, 1)
  if (first >= row.from) return []
  const line = spanOfDays(first, addDays(row.from, -1))
  return [factOf('closed', words.closedDays, [line], 'stated', reader.cite(row.closedBefore))]
}

/** From when to when, and on which days; an end the notice does not give is a fact of its own. */
function collection(row: PhaseRow, reader: Reader): FactShown[] {
  const { from, to, soft, payDays, when } = row
  const clauses = reader.cite(row.clause)
  const ask = words.askOffice(reader.office())
  const silent = (key: string, label: string) =>
    factOf(key, label, [words.unstated, ask], 'unstated', clauses)
  const lines = [
    ...(from === 'unstated' ? [] : [words.fromDay(fullDay(from))]),
    to === 'open' ? words.toOpen(reader.table.coverageYear) : words.toDay(fullDay(to)),
    ...(when ? [words.onlyFor(whom(when))] : []),
    ...(payDays ? [words.payDays(payDays.from, payDays.to)] : []),
    ...(soft ? [words.inPrinciple] : []),
  ]
  const cited = reader.cite([row.clause, payDays?.clause ?? []].flat())
  return [
    factOf('days', words.collectionDays, lines, 'stated', cited),
    ...(from === 'unstated' ? [silent('from', words.collectionFrom)] : []),
    ...(to === 'open' ? [silent('to', words.collectionTo)] : []),
  ]
}

/** One fact for all terms that say the same, else one for each, told apart by whom it is for. */
function byWhom(terms: readonly Term[], what: string, factOfTerm: (term: Term) => FactShown): FactShown[] {
  const facts = terms.map((term) => ({ who: whom(term.when), fact: factOfTerm(term) }))
  const same = (one: FactShown) => JSON.stringify([one.lines, one.source?.sureness])
  const [first] = facts
  if (first && facts.every(({ fact: one }) => same(one) === same(first.fact))) {
    const clauses = facts.flatMap(({ fact: one }) => one.source?.clauses ?? [])
    const { key, lines, source } = first.fact
    return [factOf(key, what, lines, source?.sureness ?? 'stated', [...new Set(clauses)])]
  }
  return facts.map(({ who, fact: one }, index) => ({
    ...one,
    key: `${one.key}${index}`,
    label: words.ofWhom(what, who),
  }))
}

const chargeFact = (term: Term, row: PhaseRow, reader: Reader): FactShown =>
  fact(reader, 'charge', words.howMuch, term.charge, term.clause ?? row.clause, chargeLines(reader))

/** The fee and the share by their sums where everyone's is the same. */
const chargeLines =
  ({ table: { fee } }: Reader) =>
  (charge: PlainCharge): string[] => {
    if (charge === 'free') return [words.free]
    const [row, ...others] = fee
    const only = others.length === 0 ? row : undefined
    const share = only?.fiscalShareYuan
    const items = charge.map((item) => {
      if (typeof item === 'object') return sumInline(fenOf(item.yuan))
      if (item === 'fee') return typeof only?.yuan === 'number' ? sumInline(fenOf(only.yuan)) : words.fee
      return share && 'value' in share ? `${words.share}${sumInline(fenOf(share.value))}` : words.share
    })
    return [words.pay(items.join(words.plus))]
  }

/** A charge under a label of one's own: newborn stages have some. */
export const chargeAs = (
  reader: Reader,
  key: string,
  label: string,
  charge: Charge,
  clause: Term['clause'],
): FactShown => fact(reader, key, label, charge, clause, chargeLines(reader))

const coverFact = (term: Term, row: PhaseRow, reader: Reader): FactShown =>
  startFact(reader, 'cover', words.coverFrom, term.cover, term.clause ?? row.clause)

export function startFact(
  reader: Reader,
  key: string,
  label: string,
  start: Term['cover'],
  clause: Term['clause'],
): FactShown {
  const value = spelledOut(written(start, clause, reader.cite))
  const lines = linesOf(value, startLines(reader.table.coverageYear), reader)
  return factOf(key, label, lines, value.sureness, value.clauses)
}

export const endLines =
  (coverageYear: number) =>
  (end: string): string[] => [words.toDay(fullDay(end === 'yearEnd' ? `${coverageYear}-12-31` : end))]

const coverTo = (reader: Reader): FactShown =>
  fact(reader, 'coverTo', words.coverTo, reader.table.coverTo, undefined, endLines(reader.table.coverageYear))
