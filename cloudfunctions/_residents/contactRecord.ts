/**
 * What only staff need of somebody (联系信息): `contacts/<residentId>`, sealed as a whole. It stands apart from the resident, so that
 * matching a county opens no address, and a page about money no telephone number.
 */
import { sealContext, sealedFields } from '../_keys/sealedFields'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'

export type ContactFields = {
  region: string
  /** The resident's town, null where none is known: who may see it. */
  town: string | null
  sealedContact: string
}

/** Each as a roster writes it; what no roster brought is left out. */
export interface Contact {
  /** 家庭地址. */
  address?: string
  /** 联系电话. */
  phone?: string
  /** 一卡通账号: the account of the benefit card. */
  account?: string
  /** 户号: the household register's number. */
  household?: string
}

export const contactOf = (
  documents: Pick<Documents, 'get'>,
  residentId: string,
): Promise<Stored<ContactFields> | undefined> => documents.get<ContactFields>('contacts', residentId)

export const sealContact = (cipher: Cipher, residentId: string, contact: Contact): string =>
  cipher.seal(JSON.stringify(contact), contextOf(residentId))

/** Nothing is known of somebody without a document. @throws where the seal does not open. */
export const openContact = (cipher: Cipher, stored: Stored<ContactFields> | undefined): Contact =>
  stored ? (JSON.parse(cipher.open(stored.fields.sealedContact, contextOf(stored.id))) as Contact) : {}

const contextOf = (residentId: string): string => sealContext(sealedFields.contact, residentId)
