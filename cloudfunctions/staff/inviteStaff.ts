/** 发邀请: makes a token that binds the WeChat account of whoever opens it, and says it once. */
import { InviteStaff } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import {
  callBack,
  endOfInvitation,
  invitationIdOf,
  noteInvitation,
  type InvitationFields,
} from '../_staff/invitationRecord'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf, changeAccount } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const inviteStaff = staffUseCase(InviteStaff, ['bureau'], async ({ staffId }, ports) => {
  const { staff, cipher, clock, store } = ports
  const token = cipher.randomId()
  const id = invitationIdOf(cipher, token)
  const by = { actor: actorOf(staff), at: clock.now() }
  const endsAt = endOfInvitation(by.at)
  const account = await store.transaction(async (documents) => {
    const standing = await accountOf(documents, staffId)
    if (!standing) return 'notFound'
    if (standing.fields.state !== 'open') return 'notNow'
    await callBack(documents, standing.fields.invitation, by)
    const { region, town } = standing.fields
    const fields: InvitationFields = {
      region,
      town,
      staffId,
      state: 'open',
      invitedBy: staff.staffId,
      invitedAt: by.at,
      endsAt,
    }
    await documents.insert('staffInvitations', id, fields)
    await noteInvitation(documents, id, 'sent', { ...by, fields })
    return changeAccount(documents, standing, { invitation: id })
  })
  return typeof account === 'string'
    ? refuse(account)
    : done({ account: await shownAccount(ports, account), token, endsAt })
})
