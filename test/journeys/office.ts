import { randomUUID } from 'node:crypto'
import { answerStaff } from '../../cloudfunctions/staff/answerStaff'
import type { Contract, ReplyOf, RequestOf } from '../../shared/contracts/contract'
import type { Role } from '../../shared/contracts/staff'
import type { Service } from './startService'

/** Somebody of an office of this county. @throws where what they ask is not answered. */
export function officeOf(service: Service, role: Role, region: string) {
  const staffId = `${role}-${randomUUID().slice(0, 8)}`
  const staff = { staffId, name: '样例经办', role, region, town: null, callerIndex: null }
  return async <C extends Contract>({ name }: C, request: RequestOf<C>): Promise<ReplyOf<C>> => {
    const outcome = await answerStaff(name, request, { ...service.running.ports, staff })
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.reply
  }
}
