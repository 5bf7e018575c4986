/** 规则审核: one version of a table, put forward by one person of the bureau and looked at by another: `ruleReviews/<region>-<year>-<hash>`. */
import type { RuleReviewState } from '../../shared/contracts/ruleChanges'
import { noteEvent } from '../_audit/noteEvent'
import { actorOf } from '../_ports/audit'
import type { PolicyInForce } from '../_ports/policies'
import type { StaffCaller } from '../_ports/ports'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter, type Transitions } from '../_states/transitions'

export type RuleReviewEvent = 'submit' | 'approve' | 'sendBack'

export const ruleReviewTransitions = {
  none: { submit: 'submitted' },
  submitted: { approve: 'approved', sendBack: 'sentBack' },
  sentBack: { submit: 'submitted' },
  approved: {},
} as const satisfies Transitions<RuleReviewState, RuleReviewEvent>

export type RuleReviewFields = {
  region: string
  coverageYear: number
  hash: string
  state: RuleReviewState
  submittedBy: string | null
  submittedName: string | null
  /** Instants, UTC. */
  submittedAt: string | null
  reviewedBy: string | null
  reviewedName: string | null
  reviewedAt: string | null
  note: string | null
}

const idOf = ({ region, coverageYear, hash }: PolicyInForce): string =>
  `${region}-${coverageYear}-${hash.slice(0, 32)}`

/** What stands of a version; a state of `none` where nobody has put it forward. */
export async function reviewOf(
  { get }: Pick<Documents, 'get'>,
  policy: PolicyInForce,
): Promise<Stored<RuleReviewFields> | { id: string; revision: 0; fields: RuleReviewFields }> {
  const { region, coverageYear, hash } = policy
  const nobody = { submittedBy: null, submittedName: null, submittedAt: null }
  const unseen = { reviewedBy: null, reviewedName: null, reviewedAt: null, note: null }
  const fields: RuleReviewFields = { region, coverageYear, hash, state: 'none', ...nobody, ...unseen }
  return (
    (await get<RuleReviewFields>('ruleReviews', idOf(policy))) ?? { id: idOf(policy), revision: 0, fields }
  )
}

/** Moves a review along the table, with an audit event; undefined where it cannot go there now. */
export async function moveReview(
  documents: Documents,
  policy: PolicyInForce,
  event: RuleReviewEvent,
  { staffId, name }: StaffCaller,
  at: string,
  note: string | null,
): Promise<RuleReviewState | undefined> {
  const { id, revision, fields } = await reviewOf(documents, policy)
  const state = stateAfter(ruleReviewTransitions, fields.state, event)
  if (!state) return undefined
  const by =
    event === 'submit'
      ? {
          submittedBy: staffId,
          submittedName: name,
          submittedAt: at,
          reviewedBy: null,
          reviewedName: null,
          reviewedAt: null,
        }
      : { reviewedBy: staffId, reviewedName: name, reviewedAt: at }
  const moved = { ...fields, ...by, state, note }
  if (revision === 0) await documents.insert('ruleReviews', id, moved)
  else await documents.replace('ruleReviews', id, revision, moved)
  await noteEvent(documents, `rules-${id}-${revision + 1}`, {
    actor: actorOf({ staffId }),
    action: `rules${event.charAt(0).toUpperCase()}${event.slice(1)}`,
    object: `ruleReviews/${id}`,
    at,
    details: { coverageYear: policy.coverageYear },
  })
  return state
}
