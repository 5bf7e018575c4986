import type { ImportField } from '../../../shared/contracts/imports'
import type { Contact } from '../../_residents/contactRecord'
import { plainText, type CellOf } from '../rowCells'
import type { WrongField } from '../rowWork'

/** Where somebody lives and how they are reached, as far as a row says; what it leaves empty is not in it. */
export interface ReachedBy {
  village: string | null
  contact: Contact
}

const places = [
  ['village', 40],
  ['household', 40],
  ['address', 120],
  ['phone', 40],
] as const satisfies readonly (readonly [ImportField, longest: number])[]
const accountForm = /^\d{8,30}$/

/** A telephone or household number may stand as a number, because all its digits do; an account has too many for that. */
export function readContact(cell: CellOf): { reached: ReachedBy } | { wrong: WrongField } {
  const reached: ReachedBy = { village: null, contact: {} }
  for (const [field, longest] of places) {
    const written = cell(field)
    if (written === '') continue
    const text = plainText(written)
    const isWhole = typeof written !== 'number' || Number.isSafeInteger(written)
    if (text.length > longest || !isWhole) return { wrong: { field, reason: 'placeForm' } }
    if (text === '') continue
    if (field === 'village') reached.village = text
    else reached.contact[field] = text
  }
  const written = cell('account')
  const account = plainText(written).replace(/^['‘’`]/, '')
  if (account === '') return { reached }
  if (typeof written === 'number' || !accountForm.test(account))
    return { wrong: { field: 'account', reason: 'accountForm' } }
  reached.contact.account = account
  return { reached }
}
