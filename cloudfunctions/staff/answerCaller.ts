import { AcceptInvitation } from '../../shared/contracts/staffAccounts'
import type { Outcome } from '../../shared/contracts/contract'
import { errorLine } from '../_ports/errorLine'
import type { StaffPorts } from '../_ports/ports'
import { refuse } from '../_ports/useCase'
import { staffBehind } from '../_staff/staffAccount'
import { acceptInvitation } from './acceptInvitation'
import { answerStaff } from './answerStaff'

/** What the staff's function answers a WeChat account: as its staff account says now; without one, an invitation and nothing else. */
export async function answerCaller(
  { useCase, request }: { useCase?: unknown; request?: unknown },
  ports: Omit<StaffPorts, 'staff'>,
  openId: string,
): Promise<Outcome<never>> {
  if (useCase === AcceptInvitation.name)
    return (await acceptInvitation.answer(request, { ...ports, caller: { openId } })) as Outcome<never>
  try {
    const staff = await staffBehind(ports, openId)
    return staff ? await answerStaff(useCase, request, { ...ports, staff }) : refuse('notAllowed')
  } catch (thrown) {
    ports.log.alarm({ event: 'staffNotRecognised', ...errorLine(thrown) })
    return { kind: 'outage' }
  }
}
