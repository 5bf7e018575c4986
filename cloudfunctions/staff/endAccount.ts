/** 停用账号: from the next call on it counts no more, and an invitation that is out leads nowhere. */
import { EndAccount } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { callBack } from '../_staff/invitationRecord'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf, moveAccount, standsStill } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const endAccount = staffUseCase(EndAccount, ['bureau'], async ({ staffId }, ports) => {
  const { staff, clock, store } = ports
  if (staffId === staff.staffId) return refuse('ownAccount')
  const by = { actor: actorOf(staff), at: clock.now() }
  const account = await store.transaction(async (documents) => {
    if (!(await standsStill(documents, staff))) return 'notAllowed'
    const standing = await accountOf(documents, staffId)
    if (!standing) return 'notFound'
    if (standing.fields.state === 'ended') return standing
    await callBack(documents, standing.fields.invitation, by)
    return moveAccount(documents, standing, { event: 'ended', ...by })
  })
  return typeof account === 'string' ? refuse(account) : done({ account: await shownAccount(ports, account) })
})
