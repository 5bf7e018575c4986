/** A county's roster arrives while people pay, and says that somebody is enrolled there already. */
import { claimIdOf, type ClaimFields, type OrderFields } from '../../../cloudfunctions/_orders/orderRecord'
import type { ServicePorts } from '../../../cloudfunctions/_ports/ports'
import { onRoster } from '../../../cloudfunctions/_local/demonstration/onRoster'
import { yearId } from '../../../cloudfunctions/_residents/enrollmentRecord'
import { idNumberOfResident, people, type SimulatedPerson } from './people'
import { coverageYear } from './places'
import type { World } from './world'

/** Enrolls one person as the roster says; somebody enrolled by a payment here, or by another roster, is left as they are. */
export async function takeOverFromRoster(
  { store, cipher }: ServicePorts,
  { residentId, idNumber, region }: SimulatedPerson,
): Promise<void> {
  const claimId = claimIdOf(cipher, idNumber, coverageYear)
  await store.transaction(async (documents) => {
    const claim = await documents.get<ClaimFields>('claims', claimId)
    const standing = await documents.get('enrollments', yearId(residentId, coverageYear))
    if (standing || (claim && claim.fields.enrolledIn !== null)) return
    const order = claim?.fields.orderNumber && (await documents.get('orders', claim.fields.orderNumber))
    if (order && order.fields.state === 'paid') return
    if (claim)
      await documents.replace('claims', claimId, claim.revision, { ...claim.fields, enrolledIn: region })
    else await documents.insert('claims', claimId, { orderNumber: null, enrolledIn: region })
    const fields = onRoster({ residentId, region, coverageYear })
    await documents.insert('enrollments', yearId(residentId, coverageYear), fields)
  })
}

/** Now and then the other county's roster comes in the very seconds in which a payment for the same person is recorded. */
export function rosterMeets(world: World, orderNumber: string): void {
  const order = world.versions.latest('orders', orderNumber)?.fields as OrderFields | undefined
  for (const { residentId } of order?.lines ?? []) {
    const twin = people.find(
      (one) => one.residentId !== residentId && one.idNumber === idNumberOfResident(residentId),
    )
    if (twin && world.faults.chance('rosterArrives', 0.5))
      world.scheduler.after(world.random.next() * 6_000, () => {
        void world.invoke('roster', (ports) => takeOverFromRoster(ports, twin))
      })
  }
}
