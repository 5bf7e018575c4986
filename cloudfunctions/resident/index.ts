/**
 * Entry of the residents' function: `wx.cloud.callFunction({ name: 'resident', data: { useCase, request } })`.
 * The caller is who the platform says, out of this call's own context; nothing in the event can name one.
 */
import { join } from 'node:path'
import { connectCloud } from '../_wiring/connectCloud'
import { connectReminders } from '../_wiring/connectReminders'
import { callerOf, type CloudContext } from '../_wiring/callerOf'
import { pdfPrinter } from '../_adapters/pdf/pdfPrinter'
import { answerResident } from './answerResident'

/** The font lies beside the bundle; the address is where `certificate-check` answers. */
const printer = pdfPrinter({
  fontFile: join(__dirname, 'font.ttf'),
  checkAddress: process.env.MINGBAI_CERTIFICATE_ADDRESS,
})

interface ResidentEvent {
  useCase?: unknown
  request?: unknown
}

export async function main(event: ResidentEvent, context: CloudContext) {
  const caller = callerOf(context)
  if (!caller) return { kind: 'refused', refusal: 'badRequest' }
  const service = await connectCloud()
  if (service.kind === 'outage') return service
  return answerResident(event.useCase, event.request, {
    ...service.ports,
    caller,
    printer,
    reminders: await connectReminders(service.ports),
  })
}
