/**
 * Citizen ID numbers (公民身份号码, GB 11643-1999): six digits of region, eight of birth, three of sequence, and a
 * check character by ISO 7064 mod 11-2. Pure, so the phone says what is wrong while it is typed.
 */
import { isCivilDay, yearOf, type CivilDay } from '../rules/civilDay'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** An earlier year of birth is a slip of typing: nobody alive was born before it. */
const earliestBirthYear = 1850

export type IdProblem = 'idLength' | 'idCharacter' | 'idDate' | 'idFuture' | 'idCheckDigit'

export interface IdNumber {
  /** 18 characters, X in upper case. */
  number: string
  born: CivilDay
  sex: 'female' | 'male'
}

export type ReadIdNumber = { kind: 'valid'; id: IdNumber } | { kind: 'wrong'; problem: IdProblem }

/** The check character for the first 17 digits (GB 11643, 4.3). */
export const checkCharacter = (first17: string): string =>
  checkCharacters[weights.reduce((sum, weight, i) => sum + weight * +first17.charAt(i), 0) % 11] ?? ''

const wrong = (problem: IdProblem): ReadIdNumber => ({ kind: 'wrong', problem })

/**
 * Reads what somebody typed; spaces are dropped and a small x is taken as X. Names the first problem in the order
 * in which a person would mend them. `today` (a civil day) bounds the birth date.
 */
export function readIdNumber(typed: string, today: CivilDay): ReadIdNumber {
  const number = typed.replace(/\s/g, '').toUpperCase()
  if (!/^[0-9X]*$/.test(number)) return wrong('idCharacter')
  if (number.length !== 18) return wrong('idLength')
  if (!/^\d{17}[\dX]$/.test(number)) return wrong('idCharacter')
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCivilDay(born) || yearOf(born) < earliestBirthYear) return wrong('idDate')
  if (born > today) return wrong('idFuture')
  if (checkCharacter(number.slice(0, 17)) !== number.charAt(17)) return wrong('idCheckDigit')
  return { kind: 'valid', id: { number, born, sex: +number.charAt(16) % 2 === 1 ? 'male' : 'female' } }
}

/** Shows who is meant without showing the number: the first four and the last two characters. */
export const maskIdNumber = (number: string): string => `${number.slice(0, 4)}****${number.slice(-2)}`
