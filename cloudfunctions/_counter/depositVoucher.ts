/**
 * 缴存凭证号: `depositVouchers/<index of region, town and voucher>`: in which day of a till a voucher stands. One slip of the bank proves one
 * deposit: noted in two days, it would make up for money that is missing in one of them.
 */
import type { CivilDay } from '../../shared/rules/civilDay'
import type { Cipher } from '../_ports/cipher'
import { put } from '../_ports/put'
import type { Documents } from '../_ports/store'
import type { Till } from './townDayRecord'

/** `date`: null once it was taken back. */
type DepositVoucherFields = { region: string; town: string; date: CivilDay | null }

const collection = 'depositVouchers'

const idOf = (cipher: Cipher, { region, town }: Till, voucher: string): string =>
  cipher.index('depositVoucher', `${region}/${town}/${voucher}`)

/** The day in which the till has noted this voucher; null where it has not. */
export const dayOfVoucher = async (
  { get }: Pick<Documents, 'get'>,
  cipher: Cipher,
  till: Till,
  voucher: string,
): Promise<CivilDay | null> =>
  (await get<DepositVoucherFields>(collection, idOf(cipher, till, voucher)))?.fields.date ?? null

/** Notes the day of a voucher, or (null) that it was taken back, inside the transaction that changes the day. */
export const noteVoucher = (
  documents: Documents,
  cipher: Cipher,
  { region, town }: Till,
  voucher: string,
  date: CivilDay | null,
): Promise<void> => {
  const fields: DepositVoucherFields = { region, town, date }
  return put(documents, collection, idOf(cipher, { region, town }, voucher), fields)
}
