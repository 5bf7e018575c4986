import type { ImportField } from '../../../shared/contracts/imports'
import type { Contact } from '../../_residents/contactRecord'
import { plainText, type CellOf } from '../rowCells'
import type { WrongField } from '../rowWork'

/** Where somebody lives and how they are reached, as far as a row says; what it leaves empty is not in it. */
export interface ReachedBy {
  village: string | null
  contact: Contact
}

const longest: Partial<Record<ImportField, number>> = { village: 40, household: 40, address: 120, phone: 40 }
const accountForm = /^\d{8,30}$/

/** A telephone or household number may stand as a number, because all its digits do; an account has too many for that. */
export function readContact(cell: CellOf): { reached: ReachedBy } | { wrong: WrongField } {
  const said: Partial<Record<ImportField, string>> = {}
  for (const [field, most] of Object.entries(longest) as [ImportField, number][]) {
    const written = cell(field)
    const text = plainText(written)
    if (text === '') continue
    const isWhole = typeof written !== 'number' || Number.isSafeInteger(written)
    if (text.length > most || !isWhole) return { wrong: { field, reason: 'placeForm' } }
    said[field] = text
  }
  const written = cell('account')
  const account = plainText(written).replace(/^['‘’`]/, '')
  if (account !== '' && (typeof written === 'number' || !accountForm.test(account)))
    return { wrong: { field: 'account', reason: 'accountForm' } }
  const { village = null, household, address, phone } = said
  const contact: Contact = {
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
    ...(household === undefined ? {} : { household }),
    ...(account === '' ? {} : { account }),
  }
  return { reached: { village, contact } }
}
