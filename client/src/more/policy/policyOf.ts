/** A county-year's table as one page that leads to its parts, and each part as a page. */
import type { PolicyTable } from '../../../../shared/policy/table'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import { fenOf } from '../../../../shared/rules/money'
import type { HeroShown } from '../../components/Hero'
import type { FactShown } from '../../components/SummaryList'
import type { TimelineShown } from '../../components/Timeline'
import { collectionLine } from '../../pages/home/collectionLine'
import { sum, yuan } from '../../texts/figures'
import type { NamedNotice } from '../../texts/notices'
import { noticesOf } from '../../texts/noticesOf'
import { policy as words } from '../../texts/policy'
import { newbornLine, newbornSections } from './newbornPart'
import { noticeFacts } from './noticeFacts'
import type { PartName, Section } from './Part'
import { paySections } from './payPart'
import { readerOf, type Reader } from './reader'
import { refundSections } from './refundPart'
import { studentSections } from './studentPart'
import { subsidySections } from './subsidyPart'
import { timelineOf } from './timelineOf'
import { channelNames, whereSections } from './wherePart'
import { whoSections } from './whoPart'
import { linesOf, written } from './written'

export interface PolicyShown {
  heading: string
  hero: HeroShown
  timeline: TimelineShown
  parts: readonly { name: PartName; title: string; hint: string }[]
  /** What the notice leaves open, by name. */
  unsaid: readonly { key: string; label: string }[]
  notice: readonly FactShown[]
  notices: readonly NamedNotice[]
  office: string
}

const parts: Record<PartName, (reader: Reader) => Section[]> = {
  pay: paySections,
  subsidies: subsidySections,
  who: whoSections,
  where: whereSections,
  students: studentSections,
  newborn: newbornSections,
  refund: refundSections,
}

export const partNames = Object.keys(parts) as PartName[]

export const isPartName = (name: string | undefined): name is PartName =>
  partNames.some((part) => part === name)

export function policyOf(table: PolicyTable, today: CivilDay): PolicyShown {
  const reader = readerOf(table, today)
  return {
    heading: words.heading(table.coverageYear),
    hero: heroOf(reader, today),
    timeline: timelineOf(reader, today),
    parts: partNames.map((name) => ({ name, title: words.parts[name], hint: hintOf(name, reader) })),
    unsaid: partNames.flatMap((name) => unsaidIn(name, reader)),
    notice: noticeFacts(table, reader),
    notices: noticesOf(table),
    office: reader.office(),
  }
}

export interface PartShown {
  title: string
  sections: readonly Section[]
  next?: { name: PartName; title: string }
  notices: readonly NamedNotice[]
}

export function partOf(table: PolicyTable, name: PartName, today: CivilDay): PartShown {
  const next = partNames[partNames.indexOf(name) + 1]
  return {
    title: words.parts[name],
    sections: parts[name](readerOf(table, today)),
    next: next && { name: next, title: words.parts[next] },
    notices: noticesOf(table),
  }
}

/** The fee everyone pays; where it differs, between which sums; where it is not stated, no number. */
function heroOf(reader: Reader, today: CivilDay): HeroShown {
  const { table, cite } = reader
  const label = words.standard
  const by = collectionLine(table, today)
  const fees = table.fee.map((row) => written(row.yuan, row.clause, cite))
  const silent = fees.find(({ sureness }) => sureness === 'unstated')
  if (silent) {
    const source = { sureness: 'unstated' as const, clauses: silent.clauses, says: words.unstated }
    return { kind: 'unstated', label, value: words.unstated, by: words.askOffice(reader.office()), source }
  }
  const values = fees.flatMap((fee) => fee.values).sort((one, other) => one - other)
  const [low = 0] = values
  const high = values[values.length - 1] ?? low
  if (fees.some(({ sureness }) => sureness === 'readings')) {
    return { kind: 'readings', label, value: values.map((one) => sum(fenOf(one))).join(words.or), by }
  }
  if (low === high) return { kind: 'stated', label, yuan: yuan(fenOf(low)), size: 'figure', by }
  return { kind: 'word', label, value: words.from(yuan(fenOf(low)), yuan(fenOf(high))), by }
}

/** What is behind a row, in one line. */
function hintOf(name: PartName, reader: Reader): string {
  const count = unsaidIn(name, reader).length
  const unsaid = count > 0 ? words.unsaidPlaces(count) : undefined
  const hints: Record<PartName, string | undefined> = {
    pay: unsaid ?? words.payHint,
    subsidies: [words.tiers(reader.table.subsidies.length), unsaid].filter(Boolean).join(words.also),
    who: unsaid ?? words.whoHint,
    where: channelNames(reader),
    students: unsaid ?? words.studentsHint,
    newborn: newbornLine(reader),
    refund:
      unsaid ??
      words.ofWhom(
        words.onDuplicate,
        linesOf(refundWritten(reader), (way) => [words.refunds[way]], reader).join(''),
      ),
  }
  return hints[name] ?? ''
}

const refundWritten = ({ table, cite }: Reader) => written(table.refund.onDuplicate, undefined, cite)

/** The facts of a part that the notice leaves out, each with the heading it stands under. */
const unsaidIn = (name: PartName, reader: Reader): { key: string; label: string }[] =>
  parts[name](reader).flatMap(({ key, heading, tiers = [], facts }) => [
    ...tiers
      .filter(({ source }) => source.sureness === 'unstated')
      .map((tier) => ({ key: `${name}-${tier.key}`, label: words.ofWhom(words.tierAmount, tier.who) })),
    ...facts
      .filter(({ source }) => source?.sureness === 'unstated')
      .map((one) => ({
        key: `${name}-${key}-${one.key}`,
        label: heading === undefined ? one.label : words.ofWhom(heading, one.label),
      })),
  ])
