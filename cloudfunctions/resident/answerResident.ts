import type { Outcome } from '../../shared/contracts/contract'
import type { Ports } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { residentUseCases } from './residentUseCases'

/** Finds the use case a resident's call names, and lets it answer. An unknown name is a bad request. */
export async function answerResident(
  useCase: unknown,
  request: unknown,
  ports: Ports,
): Promise<Outcome<never>> {
  const named = typeof useCase === 'string' ? residentUseCases.get(useCase) : undefined
  return named ? ((await named.answer(request, ports)) as Outcome<never>) : refuse('badRequest')
}
