import { civilDayOf } from '../../../cloudfunctions/_ports/clock'
import type { RequestOf } from '../../../shared/contracts/contract'
import type { StartPayment } from '../../../shared/contracts/startPayment'
import { owedBy } from '../invariants/phone'
import { people, type SimulatedPerson } from './people'
import { coverageYear } from './places'
import type { World } from './world'

export type PayRequest = RequestOf<typeof StartPayment>

/** What the check page of a phone would send now for some of the family, mostly of one place. */
export function familyRequest(world: World, family: readonly SimulatedPerson[], key: string): PayRequest {
  const { random } = world
  const count = Math.min(random.pick([1, 1, 2, 3]), family.length)
  const start = Math.floor(random.next() * family.length)
  const chosen = Array.from(
    { length: count },
    (_, i) => family[(start + i) % family.length] as SimulatedPerson,
  )
  const region = chosen[0]?.region
  return requestFor(world, random.chance(0.9) ? chosen.filter((one) => one.region === region) : chosen, key)
}

/** The same for somebody who is not of the family. */
export const strangersRequest = (world: World, family: readonly SimulatedPerson[], key: string): PayRequest =>
  requestFor(world, [world.random.pick(people.filter((one) => !family.includes(one)))], key)

function requestFor(
  { policies, scheduler }: World,
  chosen: readonly SimulatedPerson[],
  key: string,
): PayRequest {
  const hash = policies.inForce(chosen[0]?.region ?? '', coverageYear)?.hash ?? ''
  const day = civilDayOf(new Date(scheduler.now).toISOString())
  return {
    people: chosen.map(({ residentId }) => ({ residentId, expectFen: owedBy(residentId, hash, day) ?? 0 })),
    coverageYear,
    key,
    tableHash: hash,
    otherCover: 'none',
  }
}
