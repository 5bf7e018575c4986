/** Corrections (更正): `corrections/<id>`. What stood before, what stands now, and what somebody wrote about it lie sealed together. */
import type { CorrectedPart, CorrectionReason } from '../../shared/contracts/person'
import { noteEvent } from '../_audit/noteEvent'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import { actorOf } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'

/** One correction of one part; the words are sealed. */
export type CorrectionFields = {
  residentId: string
  region: string
  part: CorrectedPart
  reason: CorrectionReason
  sealedWords: string
  /** Staff id. */
  by: string
  /** Instant, UTC. */
  at: string
}

/** `before` and `after` as codes or words; null where nothing was known. */
export interface CorrectionWords {
  before: string | null
  after: string | null
  words: string
  /** 文号; null where none is asked for. */
  document: string | null
}

export type StoredCorrection = Stored<CorrectionFields>

/** The seal of how it was, how it is, and why, for its document alone. */
export const sealCorrection = (cipher: Cipher, id: string, words: CorrectionWords): string =>
  cipher.seal(JSON.stringify(words), contextOf(id))

/** @throws where the seal does not open. */
export const openCorrection = (cipher: Cipher, { id, fields }: StoredCorrection): CorrectionWords =>
  JSON.parse(cipher.open(fields.sealedWords, contextOf(id))) as CorrectionWords

const contextOf = (id: string): string => sealContext(sealedFields.correctionWords, id)

/** Writes one down, inside the transaction that changes the person, with an audit event. */
export async function noteCorrection(
  documents: Documents,
  id: string,
  fields: CorrectionFields,
): Promise<void> {
  await documents.insert('corrections', id, fields)
  await noteEvent(documents, `corrected-${id}`, {
    actor: actorOf({ staffId: fields.by }),
    action: 'personCorrected',
    object: `residents/${fields.residentId}`,
    at: fields.at,
    details: { part: fields.part, reason: fields.reason, correction: id },
  })
}
