/** 开账号: for somebody of the caller's own region; of some roles, a second person of the bureau must agree. */
import { OpenAccount } from '../../shared/contracts/staffAccounts'
import { actorOf } from '../_ports/audit'
import { done, refuse } from '../_ports/useCase'
import rules from '../_staff/accountRules.json'
import { deskProblem } from '../_staff/deskProblem'
import { isAtDesk } from '../_staff/isAtDesk'
import { shownAccount } from '../_staff/shownAccount'
import { accountOf, noteAccount, type StaffAccountFields } from '../_staff/staffAccount'
import { staffUseCase } from '../_staff/staffUseCase'

export const openAccount = staffUseCase(OpenAccount, ['bureau'], async (request, ports) => {
  const problem = deskProblem(request, ports)
  if (problem) return refuse(problem)
  const { staff, cipher, clock, store } = ports
  const id = cipher.index('staffAccount', `${staff.staffId}/${request.key}`).slice(0, 32)
  const { role, town, name, imports } = request
  const fields: StaffAccountFields = {
    role,
    region: staff.region,
    town,
    name,
    imports,
    state: rules.needTwo.includes(role) ? 'proposed' : 'open',
    callerIndex: null,
    openedBy: staff.staffId,
    openedAt: clock.now(),
    invitation: null,
  }
  const standing = await store.transaction(async (documents) => {
    if ((await documents.insert('staffAccounts', id, fields)) === 'inserted')
      await noteAccount(documents, id, 'opened', 'opened', {
        actor: actorOf(staff),
        at: fields.openedAt,
        fields,
      })
    return accountOf(documents, id)
  })
  if (!standing || standing.fields.name !== name || !isAtDesk(standing.fields, fields))
    return refuse('otherAccount')
  return done({ account: await shownAccount(ports, standing) })
})
