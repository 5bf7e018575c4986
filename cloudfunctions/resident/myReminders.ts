/** 提醒: what one member of the family can be reminded of, and what the caller has said to it. */
import { MyReminders } from '../../shared/contracts/reminder'
import { done, refuse, useCase } from '../_ports/useCase'
import { occasionsOf } from '../_reminders/occasions'
import { offerOf } from '../_reminders/offerOf'
import { reminderId, reminderOf } from '../_reminders/reminderRecord'
import { memberOf } from '../_residents/family'

export const myReminders = useCase(MyReminders, async ({ residentId, coverageYear }, ports) => {
  const member = await memberOf(ports, residentId)
  if (!member) return refuse('notFound')
  const policy = ports.policies.inForce(member.resident.region, coverageYear)
  if (!policy) return refuse('noPolicy')
  const { reminders, clock } = ports
  const occasions = await occasionsOf(ports, reminders.settings, member, policy)
  const offers = await Promise.all(
    occasions.map(async (occasion) => {
      const standing = await reminderOf(ports, reminderId(ports, { residentId, ...occasion }))
      return offerOf(reminders, occasion, standing, clock.today())
    }),
  )
  return done({ name: member.resident.name, offers: offers.filter((offer) => offer !== undefined) })
})
