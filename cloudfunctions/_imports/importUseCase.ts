import type { Contract, Outcome, RequestOf } from '../../shared/contracts/contract'
import type { ImportState } from '../../shared/contracts/imports'
import { importers } from '../../shared/contracts/whoImports'
import type { StaffPorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { scopedStore } from '../_staff/scopedStore'
import { staffUseCase } from '../_staff/staffUseCase'
import { importOf, type Import, type ImportFields } from './importRecord'

/**
 * A use case on one import in certain states. Somebody else's import is `notFound`; in another state it is `notNow`. Whoever goes on
 * with one does it in the role and the place of whoever began it: a trial and its commit see the same people.
 */
export const importUseCase = <C extends Contract>(
  contract: C,
  states: readonly ImportState[],
  handle: (standing: Import, request: RequestOf<C>, ports: StaffPorts) => Promise<Outcome<C>>,
) =>
  staffUseCase(contract, importers, async (request, ports): Promise<Outcome<C>> => {
    if (!ports.staff.imports?.length) return refuse('notAllowed')
    const standing = await importOf(ports.store, ports.staff, (request as { importId: string }).importId)
    if (!standing) return refuse('notFound' as never)
    if (!states.includes(standing.fields.state)) return refuse('notNow' as never)
    return handle(standing, request, asBegun(ports, standing.fields))
  })

function asBegun(ports: StaffPorts, { startedAs, town }: ImportFields): StaffPorts {
  const staff = { ...ports.staff, role: startedAs, town: town ?? ports.staff.town }
  return { ...ports, staff, store: scopedStore(ports.store, staff) }
}
