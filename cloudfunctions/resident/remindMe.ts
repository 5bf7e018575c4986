/** 提醒我: keeps what the person answered when WeChat asked. One yes is one message; after a no nobody asks again. */
import { RemindMe } from '../../shared/contracts/reminder'
import { instantAt } from '../_ports/schedule'
import { done, refuse, useCase } from '../_ports/useCase'
import { occasionsOf } from '../_reminders/occasions'
import { offerOf } from '../_reminders/offerOf'
import { noteAnswer, reminderId, reminderOf } from '../_reminders/reminderRecord'
import { memberOf } from '../_residents/family'

export const remindMe = useCase(RemindMe, async ({ residentId, coverageYear, kind, accepted }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const policy = ports.policies.inForce(member.resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const { reminders, clock } = ports
  const today = clock.today()
  const occasions = await occasionsOf(ports, reminders.settings, member, policy)
  const occasion = occasions.find((one) => one.kind === kind)
  if (!occasion) return refuse('nothingToRemind')
  const about = { residentId, coverageYear, kind, occasion: occasion.occasion }
  const standing = await reminderOf(ports, reminderId(ports, about))
  const offer = offerOf(reminders, occasion, standing, today)
  if (!offer) return refuse('nothingToRemind')

  const lookAt = offer.sendOn === null ? clock.now() : instantAt(offer.sendOn, reminders.settings.from)
  const noted = standing ?? (await noteAnswer(ports, { ...about, lookAt }, accepted))
  return done({ offer: offerOf(reminders, occasion, noted, today) ?? offer })
})
