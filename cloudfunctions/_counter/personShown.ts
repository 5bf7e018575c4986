import { maskIdNumber } from '../../shared/identity/idNumber'
import type { StaffPorts } from '../_ports/ports'
import { openResident, type ResidentFields } from '../_residents/residentRecord'

/** Whose a payment is, as a page of the desk shows it. Whoever has moved to another town is theirs by now: no name of them is shown. */
export async function personShown(
  { store, cipher }: Pick<StaffPorts, 'store' | 'cipher'>,
  residentId: string,
): Promise<{ residentId: string; name: string | null; maskedId: string | null }> {
  const stored = await store.get<ResidentFields>('residents', residentId)
  if (!stored) return { residentId, name: null, maskedId: null }
  const { name, idNumber } = openResident(cipher, stored)
  return { residentId, name, maskedId: maskIdNumber(idNumber) }
}
