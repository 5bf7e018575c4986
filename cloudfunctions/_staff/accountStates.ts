import type { AccountState, InvitationState } from '../../shared/contracts/staffAccounts'
import { statesOf, type Transitions } from '../_states/transitions'

export type AccountEvent = 'confirmed' | 'bound' | 'ended'

/** Every way an account of the staff (经办账号) can go. */
export const accountTransitions = {
  proposed: { confirmed: 'open', ended: 'ended' },
  open: { bound: 'bound', ended: 'ended' },
  bound: { ended: 'ended' },
  ended: {},
} as const satisfies Transitions<AccountState, AccountEvent>

export const accountStates = statesOf<AccountState>(accountTransitions)

export type InvitationEvent = 'accepted' | 'revoked' | 'lapsed'

/** Every way an invitation (邀请) can go. */
export const invitationTransitions = {
  open: { accepted: 'accepted', revoked: 'revoked', lapsed: 'lapsed' },
  accepted: {},
  revoked: {},
  lapsed: {},
} as const satisfies Transitions<InvitationState, InvitationEvent>

export const invitationStates = statesOf<InvitationState>(invitationTransitions)
