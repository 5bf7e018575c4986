/** 收回邀请: the token that is out opens nothing any more. */
import { RevokeInvitation } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { callBack } from '../_staff/invitationRecord'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const revokeInvitation = staffUseCase(RevokeInvitation, ['bureau'], async ({ staffId }, ports) => {
  const { staff, clock, store } = ports
  const account = await store.transaction(async (documents) => {
    const standing = await accountOf(documents, staffId)
    if (!standing) return 'notFound'
    if (standing.fields.state !== 'open') return 'notNow'
    await callBack(documents, standing.fields.invitation, { actor: actorOf(staff), at: clock.now() })
    return standing
  })
  return typeof account === 'string' ? refuse(account) : done({ account: await shownAccount(ports, account) })
})
