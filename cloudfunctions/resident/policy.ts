/** 政策表: one table, for the fee question that the phone answers by itself, without telling anyone who asks. */
import { Policy } from '../../shared/contracts/policy'
import { forResidents } from '../../shared/policy/forResidents'
import { done, refuse, useCase } from '../_ports/useCase'

export const policy = useCase(Policy, async ({ region, coverageYear }, { policies }) => {
  const inForce = policies.inForce(region, coverageYear)
  return inForce ? done({ table: forResidents(inForce.table), hash: inForce.hash }) : refuse('noPolicy')
})
