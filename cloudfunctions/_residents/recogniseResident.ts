import type { Cipher } from '../_ports/cipher'
import type { ServicePorts } from '../_ports/ports'
import { nameIndexOf, openResident, type Resident, type ResidentFields } from './residentRecord'

/** `residentIndex/<index of place and ID number>` leads to the resident: two counties may each know the same person. */
export type ResidentIndexFields = { residentId: string }

const nobody = 'nobody'

export const residentIndexId = (cipher: Cipher, region: string, idNumber: string): string =>
  cipher.index('idNumber', `${region}/${idNumber}`)

/**
 * The resident of a region with this ID number and name, or undefined. An unknown number costs the same two reads
 * and the same comparison as a wrong name, so that neither the answer nor its time tells who exists.
 */
export async function recogniseResident(
  { cipher, store }: Pick<ServicePorts, 'cipher' | 'store'>,
  region: string,
  name: string,
  idNumber: string,
): Promise<Resident | undefined> {
  const index = await store.get<ResidentIndexFields>(
    'residentIndex',
    residentIndexId(cipher, region, idNumber),
  )
  const stored = await store.get<ResidentFields>('residents', index?.fields.residentId ?? nobody)
  const sameName = stored?.fields.nameIndex === nameIndexOf(cipher, name, idNumber)
  return stored && sameName ? openResident(cipher, stored) : undefined
}
