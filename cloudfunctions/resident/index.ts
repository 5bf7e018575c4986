/**
 * Entry of the residents' function: `wx.cloud.callFunction({ name: 'resident', data: { useCase, request } })`.
 * The caller is who the platform says, out of this call's own context; nothing in the event can name one.
 */
import { connectCloud } from '../_wiring/connectCloud'
import { callerOf, type CloudContext } from '../_wiring/callerOf'
import { answerResident } from './answerResident'

interface ResidentEvent {
  useCase?: unknown
  request?: unknown
}

export async function main(event: ResidentEvent, context: CloudContext) {
  const caller = callerOf(context)
  if (!caller) return { kind: 'refused', refusal: 'badRequest' }
  const service = await connectCloud()
  if (service.kind === 'outage') return service
  return answerResident(event.useCase, event.request, { ...service.ports, caller })
}
