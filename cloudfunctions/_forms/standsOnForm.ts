import type { OnForm } from '../../shared/forms/formDefinition'
import type { CivilDay } from '../../shared/rules/civilDay'
import type { EnrollmentFields } from '../_residents/enrollmentRecord'
import type { KnownPerson } from './knownPerson'

/** Days of payment, both included; null: the whole coverage year. */
export interface Period {
  from: CivilDay | null
  to: CivilDay | null
}

/** Whether somebody stands on a form of this kind. */
export const standsOnForm = (on: OnForm, known: KnownPerson, period: Period): boolean =>
  rules[on](known, period)

const rules: Readonly<Record<OnForm, (known: KnownPerson, period: Period) => boolean>> = {
  specialGroup: ({ note }) => note !== undefined && note.group !== 'insuredElsewhere',
  coveredElsewhere: ({ note, resident }) =>
    note?.group === 'insuredElsewhere' || isElsewhere(resident.facts.otherCover),
  paid: ({ enrollment }, period) => (enrollment?.paidFen ?? 0) > 0 && isWithin(enrollment, period),
  enrolled: ({ enrollment }, period) => enrollment !== undefined && isWithin(enrollment, period),
  paidOnBehalf: ({ enrollment }) => enrollment?.way === 'onBehalf',
  // Whoever paid first and was recognised later had no subsidy on the day of paying, and is owed one all the same.
  subsidised: ({ assessment, later }) =>
    later !== undefined ||
    (assessment !== undefined && (assessment.subsidy.kind !== 'stated' || assessment.subsidy.value > 0)),
  fullySubsidised,
  notEnrolled,
  // Who is paid for on behalf is registered without the tax office.
  toCollect: (known) => notEnrolled(known) && !fullySubsidised(known),
}

function notEnrolled({ enrollment, resident }: KnownPerson): boolean {
  return enrollment === undefined && !isElsewhere(resident.facts.otherCover)
}

/** 全额资助: the county pays the whole fee on behalf, and nothing is left to pay. */
function fullySubsidised({ assessment }: KnownPerson): boolean {
  if (!assessment) return false
  const { settlement, standard, subsidy } = assessment
  return (
    settlement.kind === 'stated' &&
    settlement.value === 'paidOnBehalf' &&
    standard.kind === 'stated' &&
    subsidy.kind === 'stated' &&
    subsidy.value >= standard.value
  )
}

const isElsewhere = (otherCover: string | undefined): boolean =>
  otherCover === 'employee' || otherCover === 'residentElsewhere'

/** A payment without a day is in the year, and between no two days. */
function isWithin(enrollment: EnrollmentFields | undefined, { from, to }: Period): boolean {
  if (from === null && to === null) return true
  const paidOn = enrollment?.paidOn ?? null
  return paidOn !== null && (from === null || paidOn >= from) && (to === null || paidOn <= to)
}

/** Whether somebody has one of these identities, or a grade of one. */
export const hasIdentity = ({ resident }: KnownPerson, codes: readonly string[]): boolean =>
  (resident.facts.identities ?? []).some(({ code }) =>
    codes.some((wanted) => code === wanted || code.startsWith(`${wanted}/`)),
  )
