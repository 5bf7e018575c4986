/** 删除我的信息: step by step, so that a call that was cut off is finished by the next one. */
import { ForgetMe } from '../../shared/contracts/myData'
import { noteEvent } from '../_audit/noteEvent'
import type { Ports } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { done, useCase } from '../_ports/useCase'
import { endAllProofs } from '../_proofs/endProof'
import { moveReminder, remindersOf } from '../_reminders/reminderRecord'
import { personIndexOf, withoutActing, type ActsForFields } from '../_residents/actsForRecord'
import { consentsOf, type ConsentFields } from '../_residents/consentRecord'
import { callerIndex, familyOf, nobodyNamed, type FamilyFields } from '../_residents/family'
import { openResident, type ResidentFields } from '../_residents/residentRecord'

export const forgetMe = useCase(ForgetMe, async (_request, ports) => {
  const family = await familyOf(ports)
  const consents = await consentsOf(ports.store, callerIndex(ports))
  for (const person of await everNamed(ports, consents)) await stopActing(ports, person)
  await leaveFamily(ports)
  await endAllProofs(ports)
  const standing = consents.filter(({ fields }) => fields.withdrawnAt === null)
  for (const { id } of standing) await withdraw(ports, id)
  for (const reminder of await remindersOf(ports))
    if (reminder.fields.open)
      await moveReminder(ports.store, reminder, 'noLongerDue', { changedAt: ports.clock.now() })
  return done({ people: family.length, consents: standing.length })
})

/**
 * The indexes of everybody the caller has named. Also of those whose record is nobody's any more: it may come back with the next roster,
 * and one that was merged away is in no family, but in what was agreed to.
 */
async function everNamed(ports: Ports, consents: readonly Stored<ConsentFields>[]): Promise<Set<string>> {
  const { store, cipher } = ports
  const family = await store.get<FamilyFields>('families', callerIndex(ports))
  const { members, self } = family?.fields ?? nobodyNamed
  const people = new Set(self === null ? [] : [self])
  for (const id of new Set([...members, ...consents.map(({ fields }) => fields.residentId)])) {
    const resident = await store.get<ResidentFields>('residents', id)
    if (resident) people.add(personIndexOf(cipher, openResident(cipher, resident).idNumber))
  }
  return people
}

function stopActing(ports: Ports, person: string): Promise<void> {
  const caller = callerIndex(ports)
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
