/** 调岗: another role, town or set of rosters, from the next call on; of some roles a second person of the bureau must agree first. */
import { MoveAccount } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import rules from '../_staff/accountRules.json'
import { deskProblem } from '../_staff/deskProblem'
import { callBack } from '../_staff/invitationRecord'
import { isAtDesk } from '../_staff/isAtDesk'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf, moveAccount as moveOn, standsStill } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const moveAccount = staffUseCase(MoveAccount, ['bureau'], async (request, ports) => {
  const { staff, clock, store } = ports
  if (request.staffId === staff.staffId) return refuse('ownAccount')
  const problem = deskProblem(request, ports)
  if (problem) return refuse(problem)
  const by = { actor: actorOf(staff), at: clock.now() }
  const account = await store.transaction(async (documents) => {
    if (!(await standsStill(documents, staff))) return 'notAllowed'
    const standing = await accountOf(documents, request.staffId)
    if (!standing) return 'notFound'
    const { state, role, town, invitation, was = [] } = standing.fields
    // Its answer was lost, or a colleague was faster: it stands so already.
    if (state !== 'ended' && isAtDesk(standing.fields, request)) return standing
    if (state !== 'open' && state !== 'bound') return 'notNow'
    // Whoever was invited was told of another desk.
    await callBack(documents, invitation, by)
    const isNewDesk = role !== request.role || town !== request.town
    const event = isNewDesk && rules.needTwo.includes(request.role) ? 'proposedElsewhere' : 'moved'
    return moveOn(
      documents,
      standing,
      { event, ...by },
      {
        role: request.role,
        town: request.town,
        imports: request.imports,
        openedBy: staff.staffId,
        invitation: null,
        was: [...was, { role, town, until: by.at }],
      },
    )
  })
  return typeof account === 'string' ? refuse(account) : done({ account: await shownAccount(ports, account) })
})
