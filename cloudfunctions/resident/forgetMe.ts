/** 删除我的信息: step by step, so that a call that was cut off is finished by the next one. */
import { ForgetMe } from '../../shared/contracts/myData'
import { noteEvent } from '../_audit/noteEvent'
import type { Ports } from '../_ports/ports'
import { done, useCase } from '../_ports/useCase'
import { endAllProofs } from '../_proofs/endProof'
import { moveReminder, remindersOf } from '../_reminders/reminderRecord'
import { personIndexOf, withoutActing, type ActsForFields } from '../_residents/actsForRecord'
import { consentsOf, type ConsentFields } from '../_residents/consentRecord'
import { callerIndex, familyOf, nobodyNamed, type FamilyFields } from '../_residents/family'

export const forgetMe = useCase(ForgetMe, async (_request, ports) => {
  const family = await familyOf(ports)
  for (const { resident } of family) await stopActing(ports, resident.idNumber)
  await leaveFamily(ports)
  await endAllProofs(ports)
  const standing = (await consentsOf(ports.store, callerIndex(ports))).filter(
    ({ fields }) => fields.withdrawnAt === null,
  )
  for (const { id } of standing) await withdraw(ports, id)
  for (const reminder of await remindersOf(ports))
    if (reminder.fields.open)
      await moveReminder(ports.store, reminder, 'noLongerDue', { changedAt: ports.clock.now() })
  return done({ people: family.length, consents: standing.length })
})

function stopActing(ports: Ports, idNumber: string): Promise<void> {
  const caller = callerIndex(ports)
  const person = personIndexOf(ports.cipher, idNumber)
  return ports.store.transaction(async (documents) => {
    const acts = await documents.get<ActsForFields>('actsFor', person)
    if (acts) await documents.replace('actsFor', person, acts.revision, withoutActing(acts.fields, caller))
  })
}

function leaveFamily(ports: Ports): Promise<void> {
  const caller = callerIndex(ports)
  const at = ports.clock.now()
  return ports.store.transaction(async (documents) => {
    const family = await documents.get<FamilyFields>('families', caller)
    if (!family || family.fields.members.length === 0) return
    await documents.replace('families', caller, family.revision, nobodyNamed)
    await noteEvent(documents, `forgotten-${caller}-${family.revision}`, {
      actor: `resident:${caller}`,
      action: 'callerForgotten',
      object: `families/${caller}`,
      at,
      details: { people: family.fields.members.length },
    })
  })
}

function withdraw(ports: Ports, id: string): Promise<void> {
  const withdrawnAt = ports.clock.now()
  return ports.store.transaction(async (documents) => {
    const consent = await documents.get<ConsentFields>('consents', id)
    if (consent && consent.fields.withdrawnAt === null)
      await documents.replace('consents', id, consent.revision, { ...consent.fields, withdrawnAt })
  })
}
