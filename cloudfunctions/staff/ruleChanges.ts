import { RuleChanges } from '../../shared/contracts/ruleChanges'
import { done, refuse } from '../_ports/useCase'
import { shownChanges } from '../_ruleChanges/shownChanges'
import { staffUseCase } from '../_staff/staffUseCase'

/** 规则: what this county's table changes against the year before, on its own residents. */
export const ruleChanges = staffUseCase(
  RuleChanges,
  ['bureau', 'auditor'],
  async ({ coverageYear }, ports) => {
    const changes = await shownChanges(ports, coverageYear)
    return changes ? done(changes) : refuse('noPolicy')
  },
)
