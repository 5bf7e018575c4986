import type { AccountState, InvitationState } from '../../shared/contracts/staffAccounts'
import type { Transitions } from '../_states/transitions'

/** `moved` to another desk at once, `proposedElsewhere` to one for which a second person must agree, `confirmedElsewhere` who has agreed. */
export type AccountEvent =
  'confirmed' | 'bound' | 'moved' | 'proposedElsewhere' | 'confirmedElsewhere' | 'ended'

/** Every way an account of the staff (经办账号) can go. Whoever is moved stays bound to their WeChat account. */
export const accountTransitions = {
  proposed: { confirmed: 'open', confirmedElsewhere: 'bound', ended: 'ended' },
  open: { bound: 'bound', moved: 'open', proposedElsewhere: 'proposed', ended: 'ended' },
  bound: { moved: 'bound', proposedElsewhere: 'proposed', ended: 'ended' },
  ended: {},
} as const satisfies Transitions<AccountState, AccountEvent>

/** `accepted` the account is bound · `revoked` another was sent, or the desk is another by now · `lapsed` its days are over. */
export type InvitationEvent = 'accepted' | 'revoked' | 'lapsed'

/** Every way an invitation (邀请) can go. */
export const invitationTransitions = {
  open: { accepted: 'accepted', revoked: 'revoked', lapsed: 'lapsed' },
  accepted: {},
  revoked: {},
  lapsed: {},
} as const satisfies Transitions<InvitationState, InvitationEvent>
