/**
 * Invitations (邀请): `staffInvitations/<index of the token>`. The token itself is said once, to whoever invites, and kept
 * nowhere; whoever opens it in WeChat binds their WeChat account to the staff account.
 */
import type { InvitationState } from '../../shared/contracts/staffAccounts'
import { noteEvent } from '../_audit/noteEvent'
import type { AuditActor } from '../_ports/audit'
import type { Cipher } from '../_ports/cipher'
import type { Documents, Stored } from '../_ports/store'
import { stateAfter } from '../_states/transitions'
import { invitationTransitions, type InvitationEvent } from './accountStates'
import { days } from './accountRules.json'

/** One invitation to one account. */
export type InvitationFields = {
  region: string
  town: string | null
  staffId: string
  state: InvitationState
  /** Staff id; null for the first account of a region, which nobody of the staff could invite. */
  invitedBy: string | null
  /** Instants, UTC. From `endsAt` on it cannot be accepted. */
  invitedAt: string
  endsAt: string
}

export type Invitation = Stored<InvitationFields>

const dayMs = 24 * 3600 * 1000

/** The token is in no document: only whoever has it finds its invitation. */
export const invitationIdOf = (cipher: Cipher, token: string): string => cipher.index('invitation', token)

/** The instant, UTC, from which an invitation sent at another is over. */
export const endOfInvitation = (invitedAt: string): string =>
  new Date(Date.parse(invitedAt) + days * dayMs).toISOString()

/** `id` null: none was ever sent. */
export const invitationOf = async (
  { get }: Pick<Documents, 'get'>,
  id: string | null,
): Promise<Invitation | undefined> =>
  id === null ? undefined : get<InvitationFields>('staffInvitations', id)

/**
 * Moves an invitation along the table, inside a transaction, with an audit event.
 * @throws Error for an edge that the table does not have.
 */
export async function moveInvitation(
  documents: Documents,
  { id, revision, fields }: Invitation,
  { event, actor, at }: { event: InvitationEvent; actor: AuditActor; at: string },
): Promise<void> {
  const state = stateAfter<InvitationState, InvitationEvent>(invitationTransitions, fields.state, event)
  if (!state) throw new Error(`invitation: ${event} in ${fields.state}`)
  await documents.replace('staffInvitations', id, revision, { ...fields, state })
  await noteInvitation(documents, id, event, { actor, at, fields })
}

/** Notes a step of an invitation under the account it is for. */
export const noteInvitation = (
  documents: Documents,
  id: string,
  step: 'sent' | InvitationEvent,
  { actor, at, fields }: { actor: AuditActor; at: string; fields: InvitationFields },
): Promise<void> =>
  noteEvent(documents, `invitation-${id}-${step}`, {
    actor,
    action: `invitation${step.charAt(0).toUpperCase()}${step.slice(1)}`,
    object: `staffAccounts/${fields.staffId}`,
    at,
    details: {},
    region: fields.region,
  })

/** Lets an invitation that is still out count no more. */
export async function callBack(
  documents: Documents,
  id: string | null,
  by: { actor: AuditActor; at: string },
): Promise<void> {
  const standing = await invitationOf(documents, id)
  if (standing?.fields.state === 'open')
    await moveInvitation(documents, standing, { event: 'revoked', ...by })
}
