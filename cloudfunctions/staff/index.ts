/**
 * Entry of the staff's function: `wx.cloud.callFunction({ name: 'staff', data: { useCase, request } })`. Who calls is the
 * staff account that belongs to the WeChat account of this call; nothing in the event can name one, or a role. Without one,
 * an invitation can be accepted and nothing else.
 */
import { join } from 'node:path'
import { createFormPress } from '../_adapters/press/createFormPress'
import schedule from '../_wiring/schedule.json'
import { connectCloud } from '../_wiring/connectCloud'
import { callerOf, type CloudContext } from '../_wiring/callerOf'
import { answerCaller } from './answerCaller'

/** The font lies beside the bundle. */
const press = createFormPress(join(__dirname, 'font.ttf'))

interface StaffEvent {
  useCase?: unknown
  request?: unknown
}

const notAllowed = { kind: 'refused', refusal: 'notAllowed' } as const

export async function main(event: StaffEvent, context: CloudContext) {
  const caller = callerOf(context)
  if (!caller) return notAllowed
  const service = await connectCloud()
  if (service.kind === 'outage') return service
  return answerCaller(event, { ...service.ports, schedule, press }, caller.openId)
}
