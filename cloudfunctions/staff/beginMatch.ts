/** 开始比对: of one month, by the bureau, once the month's rosters are in. */
import { BeginMatch } from '../../shared/contracts/staffMatch'
import { shownMatch } from '../_match/shownMatch'
import { startMatch } from '../_match/startMatch'
import { done, refuse } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

export const beginMatch = staffUseCase(BeginMatch, ['bureau'], async ({ coverageYear, month }, ports) => {
  if (ports.staff.town !== null) return refuse('notAllowed')
  if (!ports.policies.inForce(ports.staff.region, coverageYear)) return refuse('noPolicy')
  const match = await startMatch(ports, coverageYear, month)
  return typeof match === 'string' ? refuse(match) : done(await shownMatch(ports.store, match))
})
