import { SubmitRules } from '../../shared/contracts/ruleChanges'
import { done, refuse } from '../_ports/useCase'
import { moveReview } from '../_ruleChanges/ruleReview'
import { staffUseCase } from '../_staff/staffUseCase'

/** 提交审核: this version of the table is put before another person of the bureau. */
export const submitRules = staffUseCase(
  SubmitRules,
  ['bureau'],
  async ({ coverageYear, hash }, { store, policies, clock, staff }) => {
    const policy = policies.inForce(staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    if (policy.hash !== hash) return refuse('otherVersion')
    const at = clock.now()
    const state = await store.transaction((documents) =>
      moveReview(documents, policy, 'submit', staff, at, null),
    )
    return state ? done({ state }) : refuse('notNow')
  },
)
