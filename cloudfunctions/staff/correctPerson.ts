/** 更正: one part of what is known of a person, with the reason; how it was and how it is stand sealed with the correction. */
import type { RequestOf } from '../../shared/contracts/contract'
import { CorrectPerson } from '../../shared/contracts/person'
import { applyCorrection } from '../_person/applyCorrection'
import { correctableBy } from '../_person/correctableBy'
import { identitiesKnown } from '../_person/identitiesKnown'
import { townsOf } from '../_policies/townsOf'
import type { StaffPorts } from '../_ports/ports'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

type Request = RequestOf<typeof CorrectPerson>
type Problem = (typeof CorrectPerson)['refusals'][number]

export const correctPerson = staffUseCase(CorrectPerson, ['clerk', 'bureau'], async (request, ports) => {
  if (!correctableBy(ports.staff).includes(request.correction.part)) return refuse('notAllowed')
  const unknown = unknownHere(request, ports)
  if (unknown) return refuse(unknown)
  const id = ports.cipher.index('correction', `${ports.staff.staffId}/${request.key}`).slice(0, 32)
  const problem = await ports.store.transaction((documents) => applyCorrection(ports, documents, id, request))
  return problem ? refuse(problem) : done({ residentId: request.residentId })
})

function unknownHere({ correction }: Request, { policies, staff }: StaffPorts): Problem | undefined {
  const towns = townsOf(policies, staff.region)
  if (correction.part === 'town' && towns.size > 0 && !towns.has(correction.value)) return 'townUnknown'
  if (correction.part !== 'identities') return undefined
  const known = identitiesKnown(policies, staff.region)
  return correction.value.every(({ code }) => known.includes(code)) ? undefined : 'identityUnknown'
}
