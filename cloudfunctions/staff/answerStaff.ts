import type { Outcome } from '../../shared/contracts/contract'
import type { StaffPorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { staffUseCases } from './staffUseCases'

/** Finds the use case a call of the staff names, and lets it answer. An unknown name is a bad request. */
export async function answerStaff(
  useCase: unknown,
  request: unknown,
  ports: StaffPorts,
): Promise<Outcome<never>> {
  const named = typeof useCase === 'string' ? staffUseCases.get(useCase) : undefined
  return named ? ((await named.answer(request, ports)) as Outcome<never>) : refuse('badRequest')
}
