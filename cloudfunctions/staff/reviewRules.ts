import { ReviewRules } from '../../shared/contracts/ruleChanges'
import { done, refuse } from '../_ports/useCase'
import { moveReview, reviewOf } from '../_ruleChanges/ruleReview'
import { staffUseCase } from '../_staff/staffUseCase'

/** 审核规则: nobody approves what they put forward themselves. */
export const reviewRules = staffUseCase(
  ReviewRules,
  ['bureau'],
  async ({ coverageYear, hash, decision, note }, { store, policies, clock, staff }) => {
    const policy = policies.inForce(staff.region, coverageYear)
    if (!policy) return refuse('noPolicy')
    if (policy.hash !== hash) return refuse('otherVersion')
    if (decision === 'sentBack' && note === null) return refuse('noteMissing')
    const at = clock.now()
    const event = decision === 'approved' ? 'approve' : 'sendBack'
    return store.transaction(async (documents) => {
      const { fields } = await reviewOf(documents, policy)
      if (fields.submittedBy === staff.staffId) return refuse('ownSubmission')
      const state = await moveReview(documents, policy, event, staff, at, note)
      return state ? done({ state }) : refuse('notNow')
    })
  },
)
