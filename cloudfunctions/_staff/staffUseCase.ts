import type { Contract } from '../../shared/contracts/contract'
import type { Role } from '../../shared/contracts/staff'
import type { StaffPorts } from '../_ports/ports'
import { refuse, useCase, type Handler, type UseCase } from '../_ports/useCase'
import { scopedStore } from './scopedStore'

/** A use case of the staff, and which roles may ask for it. */
export interface StaffUseCase<C extends Contract = Contract> extends UseCase<C, StaffPorts> {
  roles: readonly Role[]
}

/** Makes one: another role is refused, and the handler gets a store in which nothing of another place exists. */
export const staffUseCase = <C extends Contract>(
  contract: C,
  roles: readonly Role[],
  handle: Handler<C, StaffPorts>,
): StaffUseCase<C> => ({
  roles,
  ...useCase<C, StaffPorts>(contract, async (request, ports) =>
    roles.includes(ports.staff.role)
      ? handle(request, { ...ports, store: scopedStore(ports.store, ports.staff) })
      : refuse('notAllowed'),
  ),
})
