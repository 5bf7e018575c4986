import { ReadOwnRoster } from '../../shared/contracts/ownRoster'
import { policyAsked } from '../_policies/policyAsked'
import { done, refuse } from '../_ports/useCase'
import { shownOwnRosters } from '../_progress/ownRosters'
import { staffUseCase } from '../_staff/staffUseCase'

/** 本部门名单, by town and village. */
export const readOwnRoster = staffUseCase(ReadOwnRoster, ['department'], async ({ coverageYear }, ports) => {
  const policy = policyAsked(ports, coverageYear)
  return policy ? done(await shownOwnRosters(ports, policy)) : refuse('noPolicy')
})
