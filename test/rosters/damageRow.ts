import type { ImportReason } from '../../shared/contracts/imports'
import { checkCharacter } from '../../shared/identity/idNumber'
import type { MadeCell } from '../cloudfunctions/rosters/makeWorkbook'

/** One row by its headings. */
export type Row = Record<string, MadeCell>

/** What a roster calls its columns. */
export interface Headings {
  name: string
  idNumber: string
  town?: string
  identity?: string
  since?: string
  account?: string
}

const changed = (text: string, at: number, put: string): string =>
  text.slice(0, at) + put + text.slice(at + put.length)

/** A number that is right in its form and of somebody no register knows. */
function stranger(idNumber: string): string {
  const first17 = changed(idNumber, 4, '09').slice(0, 17)
  return first17 + checkCharacter(first17)
}

type Spoil = [of: keyof Headings, spoil: (idNumber: string, name: string) => MadeCell]

const spoils = {
  nameMissing: ['name', () => ''],
  nameForm: ['name', (_, name) => `${name}（户主1）`],
  otherName: ['name', (_, name) => `${name}乙`],
  idMissing: ['idNumber', () => ''],
  numericId: ['idNumber', (idNumber) => Number(`${idNumber.slice(0, 15)}000`)],
  idLength: ['idNumber', (idNumber) => idNumber.slice(0, 17)],
  idCharacter: ['idNumber', (idNumber) => changed(idNumber, 8, 'O')],
  idDate: ['idNumber', (idNumber) => changed(idNumber, 10, '0230')],
  idFuture: ['idNumber', (idNumber) => changed(idNumber, 6, '2999')],
  idCheckDigit: ['idNumber', (idNumber) => changed(idNumber, 17, idNumber.endsWith('1') ? '2' : '1')],
  unknownHere: ['idNumber', stranger],
  townUnknown: ['town', () => ''],
  identityUnknown: ['identity', () => '自己填的'],
  dateForm: ['since', () => '去年秋天'],
  accountForm: ['account', () => 6.2999900001e18],
} satisfies Partial<Record<ImportReason, Spoil>>

/** What can be spoilt in one row by itself. */
export type Damage = keyof typeof spoils

/** The row with one thing wrong, and the heading under which it stands. @throws where the roster has no such column. */
export function damageRow(
  row: Row,
  headings: Headings,
  { idNumber, name }: { idNumber: string; name: string },
  damage: Damage,
): { row: Row; heading: string } {
  const [of, spoil]: Spoil = spoils[damage]
  const heading = headings[of]
  if (heading === undefined) throw new RangeError(`no column of ${of} to spoil`)
  return { row: { ...row, [heading]: spoil(idNumber, name) }, heading }
}
