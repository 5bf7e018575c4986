import type { GuardianConsent } from '../../../../shared/contracts/fields'
import type { NewbornSaid } from '../../../../shared/contracts/registerNewborn'
import { readCertificate } from '../../../../shared/identity/birthCertificate'
import { readIdNumber } from '../../../../shared/identity/idNumber'
import type { CivilDay } from '../../../../shared/rules/civilDay'
import type { Mistake } from '../../components/ErrorSummary'
import { newborn } from '../../texts/newborn'
import { who } from '../../texts/who'
import type { Child } from './childOf'

const words = newborn.register

/** What was typed and ticked so far. It is never stored. */
export interface Typed {
  name: string
  number: string
  sex: NewbornSaid['sex'] | undefined
  /** The version of the text the guardian has ticked. */
  consent: GuardianConsent | undefined
}

/** What is sent of it. */
export interface Said {
  child: Pick<NewbornSaid, 'name' | 'number' | 'sex'>
  consent: GuardianConsent
}

/** A letter begins the number of a birth certificate; an ID number begins with a digit. */
export const looksLikeCertificate = (number: string): boolean => /^\s*[a-z]/i.test(number)

/** What the contract takes, or what has to be mended first. */
export function readTyped(
  typed: Typed,
  child: Child,
  today: CivilDay,
): { said: Said } | { mistakes: Mistake[] } {
  const number = readNumber(typed, child, today)
  const mistakes = [
    ...(typed.name.trim() === '' ? [{ field: 'name', text: words.nameMissing }] : []),
    ...('text' in number ? [{ field: 'number', text: number.text }] : []),
    ...('sex' in number && number.sex === undefined ? [{ field: 'sex', text: words.sexMissing }] : []),
    ...(typed.consent ? [] : [{ field: 'consent', text: words.consentMissing }]),
  ]
  if (mistakes.length > 0 || 'text' in number || number.sex === undefined || !typed.consent)
    return { mistakes }
  const { number: given, sex } = number
  return { said: { child: { name: typed.name.trim(), number: given, sex }, consent: typed.consent } }
}

type Read = { text: string } | { number: NewbornSaid['number']; sex: NewbornSaid['sex'] | undefined }

function readNumber({ number, sex }: Typed, { home, born }: Child, today: CivilDay): Read {
  if (number.trim() === '') return { text: words.numberMissing }
  if (home !== 'hukou' && looksLikeCertificate(number)) {
    const read = readCertificate(number)
    if (read.kind === 'wrong') return { text: words[read.problem] }
    return { number: { kind: 'birthCertificate', text: read.number }, sex }
  }
  const read = readIdNumber(number, today)
  if (read.kind === 'wrong') return { text: who.problems[read.problem] }
  if (read.id.born !== born) return { text: words.refused.otherBirth }
  return { number: { kind: 'idNumber', text: read.id.number }, sex: read.id.sex }
}
