/** 复核账号: nobody makes a colleague at another desk alone. */
import { ConfirmAccount } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf, moveAccount } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const confirmAccount = staffUseCase(ConfirmAccount, ['bureau'], async ({ staffId }, ports) => {
  const { staff, clock, store } = ports
  const account = await store.transaction(async (documents) => {
    const standing = await accountOf(documents, staffId)
    if (!standing) return 'notFound'
    if (standing.fields.openedBy === staff.staffId) return 'ownProposal'
    if (standing.fields.state !== 'proposed') return standing.fields.state === 'ended' ? 'notNow' : standing
    // Somebody who was moved is bound already.
    const event = standing.fields.callerIndex === null ? 'confirmed' : 'confirmedElsewhere'
    return moveAccount(documents, standing, { event, actor: actorOf(staff), at: clock.now() })
  })
  return typeof account === 'string' ? refuse(account) : done({ account: await shownAccount(ports, account) })
})
