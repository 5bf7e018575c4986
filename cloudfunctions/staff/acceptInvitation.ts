/**
 * 接受邀请: the one thing somebody without a staff account may ask of the staff's function. The token is their only right, so
 * everything is looked up by it; nothing in the request names an account or a role.
 */
import { AcceptInvitation } from '../../shared/contracts/staffAccounts'
import { currentPolicy } from '../_policies/currentPolicy'
import { actorOf } from '../_ports/audit'
import type { CallerPorts } from '../_ports/ports'
import type { Documents } from '../_ports/store'
import { done, refuse, useCase } from '../_ports/useCase'
import { invitationIdOf, invitationOf, moveInvitation, type Invitation } from '../_staff/invitationRecord'
import { accountOf, moveAccount, type StaffAccount, type StaffCallerFields } from '../_staff/staffAccount'

export const acceptInvitation = useCase<typeof AcceptInvitation, CallerPorts>(
  AcceptInvitation,
  async ({ token }, ports) => {
    const { cipher, caller, clock, store, policies } = ports
    const callerIndex = cipher.index('caller', caller.openId)
    const account = await store.transaction((documents) =>
      accept(documents, { id: invitationIdOf(cipher, token), callerIndex, at: clock.now() }),
    )
    if (typeof account === 'string') return refuse(account)
    const { role, name, region, town } = account.fields
    const policy = currentPolicy(policies, region, clock.today())
    return done({ role, name, placeName: policy?.table.place.name ?? region, town })
  },
)

interface Accepting {
  id: string
  callerIndex: string
  at: string
}

async function accept(
  documents: Documents,
  { id, callerIndex, at }: Accepting,
): Promise<StaffAccount | (typeof AcceptInvitation)['refusals'][number]> {
  const invitation = await invitationOf(documents, id)
  const account = invitation && (await accountOf(documents, invitation.fields.staffId))
  if (!invitation || !account) return 'noInvitation'
  // The answer was lost: the same person asks again.
  if (account.fields.state === 'bound' && account.fields.callerIndex === callerIndex) return account
  if (invitation.fields.state !== 'open' || account.fields.state !== 'open') return 'noInvitation'
  const actor = actorOf({ staffId: account.id })
  if (at >= invitation.fields.endsAt) {
    await moveInvitation(documents, invitation, { event: 'lapsed', actor: 'service', at })
    return 'lapsed'
  }
  if (await isOwn(documents, invitation, account, callerIndex)) return 'ownInvitation'
  if (!(await bind(documents, callerIndex, account.id))) return 'hasAccount'
  await moveInvitation(documents, invitation, { event: 'accepted', actor, at })
  return moveAccount(documents, account, { event: 'bound', actor, at }, { callerIndex })
}

/** Whoever opened the account or sent the invitation does not become another role by it. */
async function isOwn(
  documents: Documents,
  { fields: { invitedBy } }: Invitation,
  { fields: { openedBy } }: StaffAccount,
  callerIndex: string,
): Promise<boolean> {
  for (const staffId of new Set([invitedBy, openedBy])) {
    const giver = staffId === null ? undefined : await accountOf(documents, staffId)
    if (giver?.fields.callerIndex === callerIndex) return true
  }
  return false
}

/** One WeChat account has one staff account that counts. */
async function bind(documents: Documents, callerIndex: string, staffId: string): Promise<boolean> {
  const standing = await documents.get<StaffCallerFields>('staffCallers', callerIndex)
  if (!standing) {
    await documents.insert('staffCallers', callerIndex, { staffId })
    return true
  }
  const other = await accountOf(documents, standing.fields.staffId)
  if (other && other.fields.state !== 'ended') return false
  await documents.replace('staffCallers', callerIndex, standing.revision, { staffId })
  return true
}
