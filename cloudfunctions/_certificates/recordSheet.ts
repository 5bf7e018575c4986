/** What a printed record says. Never more than the person's own page, and of the ID number only its ends. */
import type { EnrollmentYear } from '../../shared/contracts/myEnrollments'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { dayText, type CivilDay } from '../../shared/rules/civilDay'
import { yuanText } from '../../shared/rules/money'
import { civilDayOf } from '../_ports/clock'
import type { Sheet } from '../_ports/printer'
import type { Resident } from '../_residents/residentRecord'
import words from './recordWords.json'

type Recorded = Pick<
  EnrollmentYear,
  'coverageFrom' | 'coverageTo' | 'source' | 'counter' | 'paidBy' | 'paidFen' | 'paidAt' | 'orderNumber'
>

interface Printed {
  resident: Resident
  coverageYear: number
  record: Recorded
  place: string
  /** Whom to ask for an official paper. */
  office: string
  printedOn: CivilDay
  /** People are made up here, and so is the record. */
  demo: boolean
  /** The characters of the name that the font does not have. */
  missing: readonly string[]
  /** Where the code leads. */
  checkAt: string
}

export function recordSheet(printed: Printed): Sheet {
  const { resident, coverageYear, record, place, office, printedOn, demo, missing, checkAt } = printed
  const { labels, notes } = words
  return {
    title: demo ? words.title.demo : words.title.real,
    subtitle: words.subtitle,
    rows: [
      { label: labels.name, value: printable(resident.name, missing) },
      { label: labels.idNumber, value: maskIdNumber(resident.idNumber) },
      { label: labels.place, value: place },
      { label: labels.insurance, value: words.insurance },
      { label: labels.year, value: `${coverageYear}${words.year}` },
      { label: labels.cover, value: coverOf(record) },
      { label: labels.paid, value: paidOf(record) },
      { label: labels.paidOn, value: paidOnOf(record) },
      { label: labels.number, value: numberOf(record) },
      { label: labels.printedOn, value: dayText(printedOn) },
    ],
    notes: [
      ...(missing.length > 0 ? [notes.missing] : []),
      ...(demo ? [notes.demo] : []),
      notes.holds,
      notes.ask.join(office),
    ],
    checkWords: words.check,
    checkAt,
  }
}

/** The mark for a missing sort rather than an empty box, or nothing at all. */
const printable = (text: string, missing: readonly string[]): string =>
  Array.from(text, (character) => (missing.includes(character) ? words.missing : character)).join('')

function coverOf({ coverageFrom, coverageTo }: Recorded): string {
  const spans = coverageFrom.map((first, i) => {
    const last = coverageTo[i] ?? coverageTo[0]
    return last === undefined
      ? `${dayText(first)}${words.from}`
      : `${dayText(first)}${words.to}${dayText(last)}`
  })
  return spans.length === 0 ? words.unknown : spans.join(words.or)
}

/** Of what is paid on behalf, nothing was ever asked of the person: no sum of theirs is zero. */
function paidOf({ source, paidFen }: Recorded): string {
  if (source === 'onBehalf') return words.onBehalf.paid
  return paidFen === null ? words.unknown : `${yuanText(paidFen)} ${words.yuan}`
}

function paidOnOf({ source, counter, paidAt }: Recorded): string {
  if (source === 'onBehalf') return words.onBehalf.paidOn
  if (counter) return dayText(counter.paidOn)
  return paidAt === null ? words.unknown : dayText(civilDayOf(paidAt))
}

/** The number of somebody else's payment stays on their receipt. */
function numberOf({ source, counter, paidBy, orderNumber }: Recorded): string {
  if (orderNumber !== null) return orderNumber
  if (counter) return `${words.number.receipt}${counter.receipt}`
  if (source === 'counter') return words.number.counter
  if (source === 'onBehalf') return words.onBehalf.number
  if (source === 'roster') return words.number.roster
  return paidBy === 'family' ? words.number.family : words.unknown
}
