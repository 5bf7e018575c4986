/**
 * Printed records (打印的参保记录): `certificates/<index of the token>`. The token is on the paper and nowhere in the database;
 * it is made by a keyed index, so that nobody guesses one and the same enrollment always prints the same.
 */
import type { Cipher } from '../_ports/cipher'
import type { ServicePorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { stands, type EnrollmentFields } from '../_residents/enrollmentRecord'

export type CertificateFields = {
  /** The enrollment it was printed of. */
  enrollment: string
  /** The payment that made it (`madeBy`); empty for one from a roster. Another payment is another enrollment. */
  madeBy: string
  /** Instant, UTC. */
  printedAt: string
}

const collection = 'certificates'
const tokenLength = 32
const nothing = 'nothing'

const certificateId = (cipher: Cipher, token: string): string => cipher.index('certificate', token)

/** 128 bits, hexadecimal. */
const tokenOf = (cipher: Cipher, enrollment: Stored<EnrollmentFields>): string =>
  cipher.index('certificateToken', `${enrollment.id}/${madeBy(enrollment)}`).slice(0, tokenLength)

/** A receipt that was taken back may be entered anew, rightly: then the paper of the mistake says another sum, or another day. */
function madeBy({
  fields: { orderNumber, counterPayment, paidFen, paidOn },
}: Stored<EnrollmentFields>): string {
  if (counterPayment !== undefined) return `${counterPayment}/${paidFen ?? ''}/${paidOn ?? ''}`
  return orderNumber ?? ''
}

/** The token of an enrollment that stands, from now on valid. */
export async function issueCertificate(
  { store, cipher, clock }: ServicePorts,
  enrollment: Stored<EnrollmentFields>,
): Promise<string> {
  const token = tokenOf(cipher, enrollment)
  const fields: CertificateFields = {
    enrollment: enrollment.id,
    madeBy: madeBy(enrollment),
    printedAt: clock.now(),
  }
  await store.insert(collection, certificateId(cipher, token), fields)
  return token
}

/**
 * Whether the enrollment that a token was printed for still stands. A token that never was and one whose fee went back make
 * the same two reads, so that neither the answer nor its time tells them apart.
 */
export async function isValid(
  { store, cipher }: Pick<ServicePorts, 'store' | 'cipher'>,
  token: string,
): Promise<boolean> {
  const certificate = await store.get<CertificateFields>(collection, certificateId(cipher, token))
  const enrollment = await store.get<EnrollmentFields>(
    'enrollments',
    certificate?.fields.enrollment ?? nothing,
  )
  return enrollment !== undefined && stands(enrollment) && madeBy(enrollment) === certificate?.fields.madeBy
}
